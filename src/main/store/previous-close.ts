import { previousDayClose } from '../../analysis/series/previous-day-close.ts';
import { wallClock } from '../../shared/calendar/zone-clock.ts';
import type { BarColumns } from '../../shared/bars.ts';
import { dayMs, type UtcMs } from '../../shared/time.ts';
import type { Series } from './store.ts';

/**
 * What the newest change of a series is told from, once `columns` (at least one bar) stand behind the bars that gave `before`: the close
 * of the bar before the newest; of intraday bars, which have a zone, the last close of the day before by its clock. NaN without one.
 */
export function previousClose(before: Pick<Series, 'bars' | 'lastTime' | 'lastClose' | 'previousClose'>, { time, close }: BarColumns, zone: string | null): number {
  if (zone === null) return time.length > 1 ? (close[time.length - 2] ?? NaN) : before.lastClose;
  const within = previousDayClose(time, close, zone);
  if (!Number.isNaN(within) || before.bars === 0) return within;
  const dayOf = (at: number | undefined): number => Math.floor(wallClock(zone, (at ?? NaN) as UtcMs) / dayMs);
  return dayOf(before.lastTime) < dayOf(time.at(-1)) ? before.lastClose : before.previousClose;
}
