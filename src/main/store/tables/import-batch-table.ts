import type { ImportBatch, Rejection } from '../../../shared/contract/imports.ts';
import type { UtcMs } from '../../../shared/time.ts';
import type { Connection } from '../connect.ts';
import type { BatchSummary } from '../import-store.ts';

export interface ImportBatchTable {
  /** Newest first. */
  all(): readonly ImportBatch[];
  byId(id: number): ImportBatch | null;
  begin(file: string, format: string, at: UtcMs): number;
  /** Adds a chunk's counts to a running batch. */
  addCounts(id: number, counts: { readonly rows: number; readonly imported: number; readonly rejected: number }): void;
  finish(id: number, summary: BatchSummary): void;
  markUndone(id: number): void;
  /** A batch that was running when the process died is complete up to its last committed chunk. */
  markInterrupted(): void;
  /** Notes that a batch brought bars of these series, new or not. */
  addSeries(id: number, series: readonly number[]): void;
  seriesOf(id: number): readonly number[];
  addRejection(id: number, rejection: Rejection): void;
  rejections(id: number, offset: number, limit: number): readonly Rejection[];
}

const symbolCount = `(SELECT count(DISTINCT instrument) FROM import_series JOIN series ON series.id = import_series.series
  WHERE import_series.batch = import_batch.id) + (SELECT count(DISTINCT symbol) FROM watchlist_member WHERE watchlist_member.batch = import_batch.id)`;
const columns = 'id, file, format, at, state, rows, imported, rejected, symbols';

export function importBatchTable(database: Connection): ImportBatchTable {
  // The column list is the contract's type and the table's CHECK admits its states only.
  const all = database.prepare<[], ImportBatch>(`SELECT ${columns} FROM import_batch ORDER BY id DESC`);
  const byId = database.prepare<[number], ImportBatch>(`SELECT ${columns} FROM import_batch WHERE id = ?`);
  const begin = database.prepare<[string, string, number]>("INSERT INTO import_batch (file, format, at, state) VALUES (?, ?, ?, 'running')");
  const addCounts = database.prepare(
    'UPDATE import_batch SET rows = rows + @rows, imported = imported + @imported, rejected = rejected + @rejected WHERE id = @id',
  );
  const finish = database.prepare(
    `UPDATE import_batch SET state = @state, rows = @rows, rejected = @rejected, symbols = ${symbolCount} WHERE id = @id`,
  );
  const markUndone = database.prepare<[number]>("UPDATE import_batch SET state = 'undone' WHERE id = ?");
  const markInterrupted = database.prepare<[]>(
    `UPDATE import_batch SET state = 'interrupted', symbols = ${symbolCount} WHERE state = 'running'`,
  );
  const addSeries = database.prepare<[number, string]>('INSERT OR IGNORE INTO import_series (batch, series) SELECT ?, value FROM json_each(?)');
  const seriesOf = database.prepare<[number], number>('SELECT series FROM import_series WHERE batch = ? ORDER BY series').pluck();
  const addRejection = database.prepare<[number, number, string, string]>('INSERT INTO import_rejection (batch, line, rule, text) VALUES (?, ?, ?, ?)');
  const rejections = database.prepare<[number, number, number], Rejection>(
    'SELECT line, rule, text FROM import_rejection WHERE batch = ? ORDER BY id LIMIT ? OFFSET ?',
  );
  return {
    all: () => all.all(),
    byId: (id) => byId.get(id) ?? null,
    begin: (file, format, at) => Number(begin.run(file, format, at).lastInsertRowid),
    addCounts: (id, counts) => void addCounts.run({ id, ...counts }),
    finish: (id, summary) => void finish.run({ id, ...summary }),
    markUndone: (id) => void markUndone.run(id),
    markInterrupted: () => void markInterrupted.run(),
    addSeries: (id, series) => void addSeries.run(id, JSON.stringify(series)),
    seriesOf: (id) => seriesOf.all(id),
    addRejection: (id, { line, rule, text }) => void addRejection.run(id, line, rule, text.slice(0, 200)),
    rejections: (id, offset, limit) => rejections.all(id, limit, offset),
  };
}
