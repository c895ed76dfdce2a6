import { barColumnNames, sliceBars, type BarColumns } from '../../../shared/bars.ts';
import { BarRow } from './bar-row.ts';
import type { ColumnPool } from './column-pool.ts';
import { sortBars } from './sort-bars.ts';

/** Collects the bars of one series in the order of the file. */
export class SeriesBuilder {
  length = 0;
  readonly #pool: ColumnPool;
  #columns: BarColumns | null = null;
  /** +1 while times rise, -1 while they fall, 0 while unknown or once they did neither. */
  #direction = 0;
  /** Index by time, only for files that are in no order. */
  #byTime: Map<number, number> | null = null;

  constructor(pool: ColumnPool) {
    this.#pool = pool;
  }

  /** The index of the bar that already has this time; -1 where there is none. */
  find(time: number): number {
    if (this.length === 0 || this.#columns === null) return -1;
    const times = this.#columns.time;
    const last = times[this.length - 1] ?? NaN;
    if (time === last) return this.length - 1;
    const step = time > last ? 1 : -1;
    if (this.length === 1 && this.#byTime === null) {
      this.#direction = step;
      return -1;
    }
    if (this.#byTime === null && step === this.#direction) return -1;
    if (this.#byTime === null) {
      this.#byTime = new Map();
      for (let index = 0; index < this.length; index += 1) this.#byTime.set(times[index] ?? NaN, index);
      this.#direction = 0;
    }
    return this.#byTime.get(time) ?? -1;
  }

  /** Whether the bar at an index has the values of a row, flags apart. */
  equals(index: number, row: Float64Array): boolean {
    const columns = this.#columns;
    if (columns === null) return false;
    return same(columns.open[index], row[BarRow.open]) && same(columns.high[index], row[BarRow.high]) && same(columns.low[index], row[BarRow.low])
      && same(columns.close[index], row[BarRow.close]) && same(columns.volume[index], row[BarRow.volume]) && same(columns.amount[index], row[BarRow.amount]);
  }

  /** Adds a bar whose time `find` did not know. */
  push(row: Float64Array): void {
    const at = this.length;
    const columns = this.#columns === null || at === this.#columns.time.length ? this.#grow() : this.#columns;
    columns.time[at] = row[BarRow.time] ?? NaN;
    columns.open[at] = row[BarRow.open] ?? NaN;
    columns.high[at] = row[BarRow.high] ?? NaN;
    columns.low[at] = row[BarRow.low] ?? NaN;
    columns.close[at] = row[BarRow.close] ?? NaN;
    columns.volume[at] = row[BarRow.volume] ?? NaN;
    columns.amount[at] = row[BarRow.amount] ?? NaN;
    columns.flags[at] = row[BarRow.flags] ?? 0;
    this.#byTime?.set(row[BarRow.time] ?? NaN, at);
    this.length += 1;
  }

  /** The bars collected so far, oldest first, in memory of their own; the builder starts again. */
  take(): BarColumns {
    const columns = this.#columns ?? this.#grow();
    const taken = sortBars(sliceBars(columns, 0, this.length), this.length < 2 ? 1 : this.#direction);
    this.#pool.give(columns);
    this.#columns = null;
    this.length = 0;
    this.#byTime = null;
    this.#direction = 0;
    return taken;
  }

  #grow(): BarColumns {
    const old = this.#columns;
    const next = this.#pool.get(old === null ? 0 : old.time.length + 1);
    if (old !== null) {
      for (const name of barColumnNames) next[name].set(old[name]);
      this.#pool.give(old);
    }
    this.#columns = next;
    return next;
  }
}

function same(a = NaN, b = NaN): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
