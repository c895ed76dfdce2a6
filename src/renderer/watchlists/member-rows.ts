import type { SymbolRow } from '../../shared/contract/symbols.ts';
import type { Watchlist } from '../../shared/contract/watchlists.ts';

/** A row of the instrument list; `tags` are those of the list that is shown. */
export interface ListedRow extends SymbolRow {
  readonly tags: readonly string[];
}

/** The rows of a list in its order, a row without figures for a symbol that has no bars yet; all rows without a list. */
export function memberRows(rows: readonly SymbolRow[], list: Watchlist | null): readonly ListedRow[] {
  if (list === null) return rows.map((row) => ({ ...row, tags: [] }));
  const bySymbol = new Map(rows.map((row) => [row.symbol, row]));
  return list.members.map(({ symbol, tags }) => ({ ...(bySymbol.get(symbol) ?? withoutBars(symbol)), tags }));
}

function withoutBars(symbol: string): SymbolRow {
  const colon = symbol.indexOf(':');
  return {
    symbol, code: symbol.slice(colon + 1), market: symbol.slice(0, colon), kind: 'other', nameEn: null, nameZh: null, pinyin: null,
    currency: null, freq: null, bars: 0, from: null, to: null, close: null, previousClose: null, volume: null, source: null, fetchedAt: null, freshness: null,
  };
}
