import type { TableFacts } from '../../shared/contract/db.ts';
import type { Connection } from './connect.ts';

/** How many rows every table has, and how much of the file nothing uses. */
export function storeFacts(database: Connection): { readonly tables: readonly TableFacts[]; readonly freeBytes: number } {
  const names = database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all();
  const tables = names.map((table) => ({ table, rows: database.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0 }));
  const number = (pragma: string): number => Number(database.pragma(pragma, { simple: true }));
  return { tables, freeBytes: number('freelist_count') * number('page_size') };
}
