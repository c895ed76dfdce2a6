import type { PortfolioEntry } from '../../../shared/contract/portfolios.ts';
import { csvText } from '../csv-text.ts';
import { portfolioColumns } from './portfolio-columns.ts';

/** The entries as CSV text that `readPortfolioTable` reads back to the same entries. */
export function writePortfolioTable(entries: readonly PortfolioEntry[]): string {
  const rows = entries.map(({ date, kind, symbol, quantity, price, fee, amount, note }) => [date, kind, symbol, quantity, price, fee === 0 ? null : fee, amount, note]);
  return csvText([[...portfolioColumns], ...rows]);
}
