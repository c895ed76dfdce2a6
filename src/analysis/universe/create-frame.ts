import type { BarColumns } from '../../shared/bars.ts';
import type { UniverseFrame } from './universe-frame.ts';

/** What the store hands over: daily bars of many series behind each other, `offsets[i]` to `offsets[i + 1]` being those of symbol `i`. */
export interface FrameParts {
  readonly symbols: readonly string[];
  readonly offsets: Int32Array;
  readonly columns: Pick<BarColumns, 'time' | 'high' | 'low' | 'close' | 'volume'> & Partial<BarColumns>;
  readonly industries: readonly (string | null)[];
  readonly turnover?: Float64Array;
  readonly membership: UniverseFrame['membership'];
}

/** A frame over columns that stay where they are; only the list of dates is new. */
export function createFrame({ symbols, offsets, columns, industries, turnover, membership }: FrameParts): UniverseFrame {
  const none = new Float64Array(0);
  const { time } = columns;
  return {
    symbols,
    dates: datesOf(time),
    starts: offsets.subarray(0, symbols.length),
    ends: offsets.subarray(1, symbols.length + 1),
    bars: { open: none, amount: none, flags: new Uint8Array(0), ...columns },
    turnover: turnover ?? null,
    industries,
    membership,
  };
}

/** The distinct dates, ascending. Dates are whole days, so one flag a day between the first and the last is enough. */
function datesOf(time: Float64Array): Float64Array {
  let [first, last] = [Infinity, -Infinity];
  for (const date of time) {
    if (date < first) first = date;
    if (date > last) last = date;
  }
  if (last < first) return new Float64Array(0);
  const seen = new Uint8Array(last - first + 1);
  for (const date of time) seen[date - first] = 1;
  const dates: number[] = [];
  for (const [day, flag] of seen.entries()) if (flag === 1) dates.push(first + day);
  return Float64Array.from(dates);
}
