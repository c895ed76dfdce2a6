import { wallClock } from '../../shared/calendar/zone-clock.ts';
import { dayMs, type TradingDate, type UtcMs } from '../../shared/time.ts';

/** The date a clock in a zone shows. */
export function dateAt(zone: string, time: UtcMs): TradingDate {
  return Math.floor(wallClock(zone, time) / dayMs) as TradingDate;
}
