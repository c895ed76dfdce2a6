import type { TradingDate } from '../../shared/time.ts';
import { frameAsOf, type UniverseFrame } from './universe-frame.ts';
import { firstAfter } from '../series/first-after.ts';

/** Dates looked back over when a date is held against its neighbours: a week, so that a weekend stands beside working days. */
const neighbours = 7;

/**
 * The frame as it stood on `date`, with the last `depth` bars of each symbol and without idle dates: those on which less than half as
 * many symbols traded as on the busiest of the week before, such as a Saturday on which only crypto pairs trade. The last date is the
 * newest that is not idle. Nothing later than `date` has a part in it, and neither has the number of bars held before the window.
 */
export function frameWindow(frame: UniverseFrame, date: TradingDate, depth: number): UniverseFrame {
  const then = frameAsOf(frame, date);
  const busy = busyDates(then);
  const last = busy.at(-1);
  if (last === undefined) return then;
  const { starts, ends } = frameAsOf(then, last as TradingDate, true);
  const windowStarts = starts.map((start, symbol) => Math.max(start, (ends[symbol] ?? 0) - depth));
  const first = windowStarts.reduce((least, start, symbol) => (start < (ends[symbol] ?? 0) ? Math.min(least, frame.bars.time[start] as number) : least), Infinity);
  return { ...then, starts: windowStarts, ends, dates: busy.subarray(firstAfter(busy, first - 1)) };
}

function busyDates({ dates, starts, ends, bars }: UniverseFrame): Float64Array {
  const [first, last] = [dates[0] ?? 0, dates.at(-1) ?? -1];
  const counts = new Int32Array(Math.max(0, last - first + 1));
  for (let symbol = 0; symbol < starts.length; symbol += 1) {
    const end = ends[symbol] as number;
    for (let row = starts[symbol] as number; row < end; row += 1) {
      const day = (bars.time[row] as number) - first;
      counts[day] = (counts[day] as number) + 1;
    }
  }
  return dates.filter((date) => {
    const day = date - first;
    let most = 0;
    for (let before = Math.max(0, day - neighbours + 1); before <= day; before += 1) most = Math.max(most, counts[before] as number);
    return (counts[day] as number) * 2 >= most;
  });
}
