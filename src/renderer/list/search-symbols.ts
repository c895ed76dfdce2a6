import type { SymbolRow } from '../../shared/contract/symbols.ts';

/** What of a row is searched. */
export type SearchableRow = Pick<SymbolRow, 'symbol' | 'code' | 'nameEn' | 'nameZh' | 'pinyin'> & { readonly tags?: readonly string[] };

/**
 * The rows a text could mean, best first: by code, then pinyin initials, then name; a whole match before a beginning before a part.
 * Full-width letters, case and market marks (`600519.SH`, `sh600519`) do not matter. `#core` finds the rows with a tag that starts so. An empty text means all rows as they are.
 */
export function searchSymbols<Row extends SearchableRow>(rows: readonly Row[], text: string): readonly Row[] {
  const query = plain(text);
  if (query === '') return rows;
  if (query.startsWith('#')) return rows.filter(({ tags = [] }) => tags.some((tag) => plain(tag).startsWith(query.slice(1))));
  const bare = withoutMarket(query);
  const found: { readonly row: Row; readonly rank: number; readonly index: number }[] = [];
  rows.forEach((row, index) => {
    const rank = Math.min(rankOf(row, query), bare === query ? Infinity : rankOf(row, bare));
    if (rank < Infinity) found.push({ row, rank, index });
  });
  return found.sort((left, right) => left.rank - right.rank || left.index - right.index).map(({ row }) => row);
}

function rankOf(row: SearchableRow, query: string): number {
  return Math.min(
    rankIn(plain(row.code), query, 0),
    rankIn(row.pinyin ?? '', query, 1),
    rankIn(plain(row.nameZh ?? ''), query, 2),
    rankIn(plain(row.nameEn ?? ''), query, 2),
    rankIn(plain(row.symbol), query, 3),
  );
}

function rankIn(field: string, query: string, weight: number): number {
  if (field === '') return Infinity;
  const at = field.indexOf(query);
  if (at === -1) return Infinity;
  const how = field === query ? 0 : at === 0 ? 1 : field[at - 1] === ' ' ? 2 : 3;
  return how * 10 + weight;
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function withoutMarket(query: string): string {
  const match = /^(?:(?:sh|sz|bj|hk)[.#]?)?(\d{4,6})(?:[. ](?:sh|sz|ss|bj|hk|ch))?$/.exec(query) ?? /^([a-z][a-z0-9-]*)\.us$/.exec(query);
  return match?.[1] ?? query;
}
