import type { TableShape } from './guess-table.ts';
import { normalizeHeader } from './header-words.ts';

/** Whether a table's header holds every one of the words (as `normalizeHeader` writes them). */
export function headerHas(table: TableShape | null, ...words: readonly string[]): table is TableShape {
  if (table === null || table.header === null) return false;
  const header = new Set(table.header.map(normalizeHeader));
  return words.every((word) => header.has(word));
}
