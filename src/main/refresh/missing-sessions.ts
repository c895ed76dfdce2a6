import type { Calendar } from '../../shared/calendar/calendar.ts';
import type { TradingDate } from '../../shared/time.ts';

/**
 * The sessions without a bar between the first and last one of daily bars, within the newest `within` bars, oldest first. Days of a year
 * that the calendar does not cover are left out: a holiday is no gap.
 */
export function missingSessions(time: Float64Array, calendar: Calendar, within: number): TradingDate[] {
  const missing: TradingDate[] = [];
  const start = Math.max(0, time.length - within);
  let expected = time[start] ?? Infinity;
  for (let index = start; index < time.length; index++) {
    const date = time[index] ?? NaN;
    for (; expected < date; expected = calendar.next(expected as TradingDate)) {
      if (calendar.isSession(expected as TradingDate) && calendar.covers(expected as TradingDate)) missing.push(expected as TradingDate);
    }
    expected = calendar.next(date as TradingDate);
  }
  return missing;
}
