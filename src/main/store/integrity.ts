import type { Connection } from './connect.ts';
import { barBlobTable } from './tables/bar-blob-table.ts';

/** Everything that is wrong with an open store: pages, references, BLOBs whose bytes changed, counts that do not add up. */
export function findProblems(database: Connection): readonly string[] {
  const pages = database.prepare<[], string>('PRAGMA quick_check(10)').pluck().all();
  if (pages.length !== 1 || pages[0] !== 'ok') return pages;
  const dangling = database.prepare<[], { table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check').all();
  const counts = database
    .prepare<[], number>(
      `SELECT id FROM series WHERE bars - blob_bars <> (SELECT count(*) FROM bar_tail WHERE bar_tail.series = series.id)
         OR (blob_bars > 0) <> EXISTS (SELECT 1 FROM bar_blob WHERE bar_blob.series = series.id)`,
    )
    .pluck()
    .all();
  return [
    ...dangling.map((row) => `row ${row.rowid ?? '?'} of ${row.table} refers to nothing in ${row.parent}`),
    ...barBlobTable(database).damaged().map((series) => `bars of series ${series} do not match their checksum`),
    ...counts.map((series) => `the number of bars of series ${series} is wrong`),
  ];
}
