import { wallClock } from '../../shared/calendar/zone-clock.ts';
import { dayMs, type UtcMs } from '../../shared/time.ts';

/** The close of the last intraday bar of an earlier day than the newest bar's, by the clock of a zone; NaN where all are of one day. O(log n). */
export function previousDayClose(time: Float64Array, close: Float64Array, zone: string): number {
  const dayOf = (index: number): number => Math.floor(wallClock(zone, (time[index] ?? NaN) as UtcMs) / dayMs);
  const newest = dayOf(time.length - 1);
  let [before, within] = [-1, time.length - 1];
  while (within - before > 1) {
    const middle = (before + within) >> 1;
    if (dayOf(middle) === newest) within = middle;
    else before = middle;
  }
  return close[before] ?? NaN;
}
