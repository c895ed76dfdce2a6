import { BarFlag } from '../../shared/bar-flag.ts';
import { sliceBars, type BarColumns } from '../../shared/bars.ts';
import type { TradingDate } from '../../shared/time.ts';
import { firstAfter } from '../series/first-after.ts';

/**
 * The daily bars of many symbols in one set of columns, so that a worker can hold it in shared memory. Symbol `s` owns the rows
 * `starts[s]` (inclusive) to `ends[s]` (exclusive), oldest first. Views that end earlier share the columns and differ in `ends` only.
 */
export interface UniverseFrame {
  readonly symbols: readonly string[];
  /** Every date on which some symbol has a row, ascending (`TradingDate` values). */
  readonly dates: Float64Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** `open` and `amount` may be left empty where nothing needs them; traded value is then close × volume. */
  readonly bars: BarColumns;
  /** Turnover in percent of the free float, row by row; null where share counts are not known. */
  readonly turnover: Float64Array | null;
  /** Industry by symbol, null where unknown. */
  readonly industries: readonly (string | null)[];
  /** Whether `industries` and the list of symbols are those of the frame's last date, or today's (survivorship). */
  readonly membership: 'asOf' | 'today';
}

/** The bars of one symbol as views on the frame. */
export function symbolBars(frame: UniverseFrame, symbol: number): BarColumns {
  return sliceBars(frame.bars, frame.starts[symbol] ?? 0, frame.ends[symbol] ?? 0);
}

/** How many bars the symbol with the longest history has. */
export function mostBars({ starts, ends }: UniverseFrame): number {
  return starts.reduce((most, start, symbol) => Math.max(most, (ends[symbol] ?? 0) - start), 0);
}

/**
 * The frame as it stood after the close of `date`: later rows and dates are out of sight, and so is a newest bar whose session has
 * not ended, unless `live` is asked for.
 */
export function frameAsOf(frame: UniverseFrame, date: TradingDate, live = false): UniverseFrame {
  const { time, flags } = frame.bars;
  const ends = new Int32Array(frame.ends.length);
  let newest = -Infinity;
  for (let symbol = 0; symbol < ends.length; symbol += 1) {
    const start = frame.starts[symbol] ?? 0;
    let end = firstAfter(time, date, start, frame.ends[symbol] ?? 0);
    if (!live && end > start && ((flags[end - 1] ?? 0) & BarFlag.open) !== 0) end -= 1;
    ends[symbol] = end;
    if (end > start) newest = Math.max(newest, time[end - 1] as number);
  }
  return { ...frame, ends, dates: frame.dates.subarray(0, firstAfter(frame.dates, newest)) };
}
