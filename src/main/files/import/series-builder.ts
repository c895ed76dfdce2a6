import { sliceBars, type BarColumns } from '../../../shared/bars.ts';
import { sortBars } from './sort-bars.ts';

/** Collects the bars of one series in the order of the file. */
export class SeriesBuilder {
  length = 0;
  #columns = grown(null, 256);
  /** +1 while times rise, -1 while they fall, 0 while unknown or once they did neither. */
  #direction = 0;
  /** Index by time, only for files that are in no order. */
  #byTime: Map<number, number> | null = null;

  /** The index of the bar that already has this time; -1 where there is none. */
  find(time: number): number {
    if (this.length === 0) return -1;
    const last = this.#columns.time[this.length - 1] ?? NaN;
    if (time === last) return this.length - 1;
    const step = time > last ? 1 : -1;
    if (this.length === 1 && this.#byTime === null) {
      this.#direction = step;
      return -1;
    }
    if (this.#byTime === null && step === this.#direction) return -1;
    if (this.#byTime === null) {
      this.#byTime = new Map();
      for (let index = 0; index < this.length; index += 1) this.#byTime.set(this.#columns.time[index] ?? NaN, index);
      this.#direction = 0;
    }
    return this.#byTime.get(time) ?? -1;
  }

  equals(index: number, open: number, high: number, low: number, close: number, volume: number, amount: number): boolean {
    const columns = this.#columns;
    return same(columns.open[index], open) && same(columns.high[index], high) && same(columns.low[index], low)
      && same(columns.close[index], close) && same(columns.volume[index], volume) && same(columns.amount[index], amount);
  }

  /** Adds a bar whose time `find` did not know. */
  push(time: number, open: number, high: number, low: number, close: number, volume: number, amount: number, flags: number): void {
    if (this.length === this.#columns.time.length) this.#columns = grown(this.#columns, this.length * 2);
    const columns = this.#columns;
    const at = this.length;
    columns.time[at] = time;
    columns.open[at] = open;
    columns.high[at] = high;
    columns.low[at] = low;
    columns.close[at] = close;
    columns.volume[at] = volume;
    columns.amount[at] = amount;
    columns.flags[at] = flags;
    this.#byTime?.set(time, at);
    this.length += 1;
  }

  /** The bars collected so far, oldest first, in memory of their own; the builder starts again. */
  take(): BarColumns {
    const view = sliceBars(this.#columns, 0, this.length);
    const taken = sortBars(view, this.length < 2 ? 1 : this.#direction);
    this.length = 0;
    this.#byTime = null;
    this.#direction = 0;
    return taken;
  }
}

function same(a: number | undefined, b: number): boolean {
  return a === b || (a !== undefined && Number.isNaN(a) && Number.isNaN(b));
}

function grown(columns: BarColumns | null, capacity: number): BarColumns {
  const column = (old: Float64Array | undefined): Float64Array => {
    const next = new Float64Array(capacity);
    if (old !== undefined) next.set(old);
    return next;
  };
  const flags = new Uint8Array(capacity);
  if (columns !== null) flags.set(columns.flags);
  return {
    time: column(columns?.time), open: column(columns?.open), high: column(columns?.high), low: column(columns?.low),
    close: column(columns?.close), volume: column(columns?.volume), amount: column(columns?.amount), flags,
  };
}
