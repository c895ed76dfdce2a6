import { rankTable, type DailyFacts, type RankTable } from '../../../src/analysis/universe/rank-table.ts';

export interface TableParts {
  readonly symbols: readonly string[];
  /** One row of metrics per date, NaN for a symbol that is absent. */
  readonly metric: readonly (readonly number[])[];
  readonly industries?: readonly (string | null)[];
  readonly amount?: readonly (readonly number[])[];
  readonly change?: readonly (readonly number[])[];
  readonly turnover?: readonly (readonly number[])[];
  readonly volatility?: readonly (readonly number[])[];
}

/** A small rank table with dates from 2020-01-01 (day 18262) on. */
export function tableOf(parts: TableParts): RankTable {
  const width = parts.symbols.length;
  const days = parts.metric.length;
  const matrix = (rows?: readonly (readonly number[])[]): Float64Array => {
    const filled = new Float64Array(days * width).fill(NaN);
    for (const [day, row] of (rows ?? []).entries()) for (const [symbol, value] of row.entries()) filled[day * width + symbol] = value;
    return filled;
  };
  const industryOf = parts.industries ?? parts.symbols.map(() => null);
  const industries = [...new Set(industryOf.filter((name) => name !== null))].sort();
  const facts: DailyFacts = {
    symbols: parts.symbols,
    dates: Float64Array.from({ length: days }, (_, day) => 18_262 + day),
    industries,
    industryOf: Int16Array.from(industryOf, (name) => (name === null ? -1 : industries.indexOf(name))),
    close: matrix(),
    change: matrix(parts.change),
    amount: matrix(parts.amount),
    turnover: matrix(parts.turnover),
    volatility: matrix(parts.volatility),
    relativeVolume: matrix(),
  };
  return rankTable(facts, matrix(parts.metric));
}

/** Metrics that give each symbol the rank written for it; 0 is absent. */
export function metricsOfRanks(ranks: readonly (readonly number[])[]): number[][] {
  return ranks.map((row) => row.map((rank) => (rank === 0 ? NaN : -rank)));
}
