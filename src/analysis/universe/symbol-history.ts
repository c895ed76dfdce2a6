import { AppError } from '../../shared/app-error.ts';
import type { RankTable } from './rank-table.ts';

interface SymbolDay {
  readonly date: number;
  readonly rank: number | null;
  readonly metric: number | null;
  readonly close: number | null;
  readonly change: number | null;
  readonly turnover: number | null;
  readonly volatility: number | null;
}

/** One symbol through the dates of a table, oldest first. Throws for a symbol that is not in it. */
export function symbolHistory(table: RankTable, symbol: string): SymbolDay[] {
  const index = table.symbols.indexOf(symbol);
  if (index < 0) throw new AppError('universe.symbol', { value: symbol, count: table.symbols.length });
  const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);
  return Array.from(table.dates, (date, day) => {
    const at = day * table.symbols.length + index;
    return {
      date,
      rank: table.rank[at] || null,
      metric: known(table.metric[at]),
      close: known(table.close[at]),
      change: known(table.change[at]),
      turnover: known(table.turnover[at]),
      volatility: known(table.volatility[at]),
    };
  });
}
