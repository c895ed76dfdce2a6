import { instantOf, wallClock } from '../../../shared/calendar/zone-clock.ts';
import { isIntraday, type Frequency } from '../../../shared/frequency.ts';
import { dayMs, type UtcMs } from '../../../shared/time.ts';

/** Turns a written moment into the time column's value. NaN stands for "not written". */
export type BarClock = (day: number, ofDay: number, offsetMinutes: number) => number;

export interface ClockConvention {
  readonly freq: Frequency;
  readonly zone: string;
  /** The source stamps an intraday bar with its end. */
  readonly stampsBarEnd: boolean;
  /** The source stamps a week or month with its first day. */
  readonly stampsPeriodStart: boolean;
  /** The instrument trades on every day of the week. */
  readonly everyDay: boolean;
}

const minuteMs = 60_000;
const frequencyMinutes: Readonly<Partial<Record<Frequency, number>>> = { '1m': 1, '5m': 5, '15m': 15, '30m': 30, '1h': 60, '4h': 240 };

/** Bar-open `UtcMs` for intraday bars, the session's `TradingDate` for daily ones, the last weekday of the period for longer ones. */
export function barClock({ freq, zone, stampsBarEnd, stampsPeriodStart, everyDay }: ClockConvention): BarClock {
  if (isIntraday(freq)) {
    const toUtc = localToUtc(zone);
    const shift = stampsBarEnd ? (frequencyMinutes[freq] ?? 0) * minuteMs : 0;
    return (day, ofDay, offset) => {
      const time = Number.isNaN(ofDay) ? 0 : ofDay;
      return (Number.isNaN(offset) ? toUtc(day, time) : day * dayMs + time - offset * minuteMs) - shift;
    };
  }
  const sessionDay: BarClock = (day, ofDay, offset) => {
    // Midnight names a date; any other hour with an offset is an instant, whose date is the exchange's.
    if (Number.isNaN(offset) || Number.isNaN(ofDay) || ofDay === 0) return day;
    return Math.floor(wallClock(zone, (day * dayMs + ofDay - offset * minuteMs) as UtcMs) / dayMs);
  };
  if (freq === '1d' || !stampsPeriodStart) return sessionDay;
  return (day, ofDay, offset) => periodEnd(sessionDay(day, ofDay, offset), freq, everyDay);
}

/** Wall-clock times of a zone as UTC; days on which the offset does not change cost one look-up. */
function localToUtc(zone: string): (day: number, ofDay: number) => number {
  let cachedDay = NaN;
  let midnight = 0;
  let steady = false;
  return (day, ofDay) => {
    if (day !== cachedDay) {
      cachedDay = day;
      midnight = instantOf(zone, day, 0);
      steady = instantOf(zone, day + 1, 0) - midnight === dayMs;
    }
    // A day whose clocks change is resolved minute by minute; seconds come on top.
    return steady ? midnight + ofDay : instantOf(zone, day, Math.floor(ofDay / minuteMs)) + (ofDay % minuteMs);
  };
}

/** The last trading weekday of the month, or of the week (a Sunday belongs to the week it opens), that a day lies in. */
function periodEnd(day: number, freq: Frequency, everyDay: boolean): number {
  // 1970-01-01 was a Thursday; Monday is 0.
  const weekday = (((day + 3) % 7) + 7) % 7;
  if (freq === '1w') return (weekday === 6 ? day + 1 : day - weekday) + (everyDay ? 6 : 4);
  const date = new Date(day * dayMs);
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / dayMs;
  return everyDay ? last : last - Math.max((((last + 3) % 7) + 7) % 7 - 4, 0);
}
