import type { RankRow } from '../../shared/contract/universe-figures.ts';
import { formatNumber } from '../../shared/format/format-number.ts';
import { textTable } from './text-table.ts';

/** The usual columns of a ranking. */
export function rankTable(rows: readonly RankRow[]): string {
  return textTable(
    ['rank', 'symbol', 'name', 'industry', 'score', 'risk', 'close', 'change %'],
    rows.map(({ rank, symbol, name, industry, score, risk, close, change }) => [
      String(rank), symbol, name ?? '–', industry ?? '–', formatNumber(score, 1), formatNumber(risk, 1), formatNumber(close, 2), formatNumber(change, 2),
    ]),
  );
}
