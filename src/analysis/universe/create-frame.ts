import type { BarColumns } from '../../shared/bars.ts';
import type { UniverseFrame } from './universe-frame.ts';

/** What the store hands over: daily bars of many series behind each other, rows `starts[i]` to `ends[i]` (exclusive) being those of symbol `i`. */
interface FrameParts {
  readonly symbols: readonly string[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly columns: Pick<BarColumns, 'time' | 'high' | 'low' | 'close' | 'volume'> & Partial<BarColumns>;
  readonly industries: readonly (string | null)[];
  readonly turnover?: Float64Array;
  readonly membership: UniverseFrame['membership'];
}

/** A frame over columns that stay where they are; only the list of dates is new. */
export function createFrame({ symbols, starts, ends, columns, industries, turnover, membership }: FrameParts): UniverseFrame {
  const none = new Float64Array(0);
  return {
    symbols,
    dates: datesOf(columns.time, starts, ends),
    starts,
    ends,
    bars: { open: none, amount: none, flags: new Uint8Array(0), ...columns },
    turnover: turnover ?? null,
    industries,
    membership,
  };
}

/** The distinct dates, ascending. Dates are whole days, so one flag a day between the first and the last is enough. */
function datesOf(time: Float64Array, starts: Int32Array, ends: Int32Array): Float64Array {
  let [first, last] = [Infinity, -Infinity];
  for (let symbol = 0; symbol < starts.length; symbol += 1) {
    if ((starts[symbol] as number) >= (ends[symbol] as number)) continue;
    first = Math.min(first, time[starts[symbol] as number] as number);
    last = Math.max(last, time[(ends[symbol] as number) - 1] as number);
  }
  if (last < first) return new Float64Array(0);
  const seen = new Uint8Array(last - first + 1);
  for (let symbol = 0; symbol < starts.length; symbol += 1) {
    const end = ends[symbol] as number;
    for (let row = starts[symbol] as number; row < end; row += 1) seen[(time[row] as number) - first] = 1;
  }
  const dates: number[] = [];
  for (const [day, flag] of seen.entries()) if (flag === 1) dates.push(first + day);
  return Float64Array.from(dates);
}
