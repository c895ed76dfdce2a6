import { allocateBars, type BarColumns } from '../../../shared/bars.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import type { StoredBars } from '../bar-blob.ts';
import type { Connection } from '../connect.ts';
import { numberOrNull } from './number-or-null.ts';

/** The short tail of rows behind a series' BLOB. */
export interface BarTailTable {
  of(series: number): StoredBars;
  /** The rows of all series of a frequency by series and time: the series, then what stands in the asked columns, null for no value. */
  ofFrequency(freq: Frequency, names: readonly (keyof BarColumns)[]): readonly (readonly (number | null)[])[];
  /** Adds the bars from an index on. */
  add(series: number, bars: StoredBars, from: number): void;
  /** Removes the bars at or after a time. */
  removeFrom(series: number, time: number): void;
}

type TailRow = [
  series: number, time: number, open: number | null, high: number | null, low: number | null, close: number | null,
  volume: number | null, amount: number | null, flags: number, batch: number,
];

const columns = 'series, time, open, high, low, close, volume, amount, flags, batch';

export function barTailTable(database: Connection): BarTailTable {
  const of = database.prepare<[number], TailRow>(`SELECT ${columns} FROM bar_tail WHERE series = ? ORDER BY time`).raw();
  const add = database.prepare<TailRow>(`INSERT INTO bar_tail (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const removeFrom = database.prepare<[number, number]>('DELETE FROM bar_tail WHERE series = ? AND time >= ?');
  return {
    of: (series) => toBars(of.all(series)),
    // The names are those of the table's columns.
    ofFrequency: (freq, names) =>
      database
        .prepare<[string], (number | null)[]>(
          `SELECT ${['bar_tail.series', ...names.map((name) => `bar_tail.${name}`)].join(', ')} FROM series JOIN bar_tail ON bar_tail.series = series.id
           WHERE freq = ? ORDER BY series.id, bar_tail.time`,
        )
        .raw()
        .all(freq),
    add: (series, { columns: bars, batches }, from) => {
      for (let index = from; index < bars.time.length; index++) {
        add.run(
          series,
          bars.time[index] ?? 0,
          numberOrNull(bars.open[index] ?? NaN),
          numberOrNull(bars.high[index] ?? NaN),
          numberOrNull(bars.low[index] ?? NaN),
          numberOrNull(bars.close[index] ?? NaN),
          numberOrNull(bars.volume[index] ?? NaN),
          numberOrNull(bars.amount[index] ?? NaN),
          bars.flags[index] ?? 0,
          batches[index] ?? 0,
        );
      }
    },
    removeFrom: (series, time) => void removeFrom.run(series, time),
  };
}

function toBars(rows: readonly TailRow[]): StoredBars {
  const columns = allocateBars(rows.length);
  const batches = new Int32Array(rows.length);
  rows.forEach(([, time, open, high, low, close, volume, amount, flags, batch], index) => {
    columns.time[index] = time;
    columns.open[index] = open ?? NaN;
    columns.high[index] = high ?? NaN;
    columns.low[index] = low ?? NaN;
    columns.close[index] = close ?? NaN;
    columns.volume[index] = volume ?? NaN;
    columns.amount[index] = amount ?? NaN;
    columns.flags[index] = flags;
    batches[index] = batch;
  });
  return { columns, batches };
}
