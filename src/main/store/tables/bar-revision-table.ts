import type { Bar } from '../../../shared/bar.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import type { Connection } from '../connect.ts';
import type { BarRevision } from '../store.ts';
import { numberOrNull } from './number-or-null.ts';

/** A replaced value: written by `batch`, replaced by `replacedBy`. */
export interface RevisionRecord extends Bar {
  readonly flags: number;
  readonly batch: number;
  readonly replacedBy: number;
}

/** The values that later ones replaced. The rows of one bar, in the order of their ids, are its history, oldest first. */
export interface BarRevisionTable {
  /** With the times at which each value became known and was replaced: when the batches began. */
  of(series: number): readonly BarRevision[];
  /** Oldest first within each bar. */
  records(series: number): readonly RevisionRecord[];
  add(series: number, record: RevisionRecord): void;
  removeAt(series: number, time: number): void;
}

interface Values {
  time: number;
  open: number | null;
  high: number | null;
  low: number | null;
  close: number | null;
  volume: number | null;
  amount: number | null;
  flags: number;
}

const values = 'time, open, high, low, close, volume, amount, flags';

export function barRevisionTable(database: Connection): BarRevisionTable {
  const of = database.prepare<[number], Values & Pick<BarRevision, 'series' | 'knownFrom' | 'knownUntil'>>(
    `SELECT series, ${values}, written.at AS knownFrom, replacing.at AS knownUntil FROM bar_revision
       JOIN import_batch AS written ON written.id = batch JOIN import_batch AS replacing ON replacing.id = replaced_by
     WHERE series = ? ORDER BY time, bar_revision.id`,
  );
  const records = database.prepare<[number], Values & Pick<RevisionRecord, 'batch' | 'replacedBy'>>(
    `SELECT ${values}, batch, replaced_by AS replacedBy FROM bar_revision WHERE series = ? ORDER BY time, id`,
  );
  const add = database.prepare<(number | null)[]>(
    `INSERT INTO bar_revision (series, ${values}, batch, replaced_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const removeAt = database.prepare<[number, number]>('DELETE FROM bar_revision WHERE series = ? AND time = ?');
  return {
    of: (series) => of.all(series).map(withNaN),
    records: (series) => records.all(series).map(withNaN),
    add: (series, record) =>
      void add.run(
        series,
        record.time,
        numberOrNull(record.open),
        numberOrNull(record.high),
        numberOrNull(record.low),
        numberOrNull(record.close),
        numberOrNull(record.volume),
        numberOrNull(record.amount),
        record.flags,
        record.batch,
        record.replacedBy,
      ),
    removeAt: (series, time) => void removeAt.run(series, time),
  };
}

/** The values of one bar of a series. */
export function valuesAt(columns: BarColumns, index: number): Omit<RevisionRecord, 'batch' | 'replacedBy'> {
  return {
    time: columns.time[index] ?? NaN,
    open: columns.open[index] ?? NaN,
    high: columns.high[index] ?? NaN,
    low: columns.low[index] ?? NaN,
    close: columns.close[index] ?? NaN,
    volume: columns.volume[index] ?? NaN,
    amount: columns.amount[index] ?? NaN,
    flags: columns.flags[index] ?? 0,
  };
}

function withNaN<Row extends Values>(row: Row): Row & { open: number; high: number; low: number; close: number; volume: number; amount: number } {
  return {
    ...row,
    open: row.open ?? NaN,
    high: row.high ?? NaN,
    low: row.low ?? NaN,
    close: row.close ?? NaN,
    volume: row.volume ?? NaN,
    amount: row.amount ?? NaN,
  };
}
