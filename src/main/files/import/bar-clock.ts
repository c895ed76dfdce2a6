import type { Calendar } from '../../../shared/calendar/calendar.ts';
import { instantOf, wallClock } from '../../../shared/calendar/zone-clock.ts';
import { isIntraday, type Frequency } from '../../../shared/frequency.ts';
import { dayMs, type TradingDate, type UtcMs } from '../../../shared/time.ts';

/** Turns a written moment into the time column's value. NaN stands for "not written". */
export type BarClock = (day: number, ofDay: number, offsetMinutes: number) => number;

export interface ClockConvention {
  readonly freq: Frequency;
  readonly zone: string;
  /** The source stamps an intraday bar with its end. */
  readonly stampsBarEnd: boolean;
  /** The source stamps a week or month with its first day or session. */
  readonly stampsPeriodStart: boolean;
  /** The instrument trades on every day of the week. */
  readonly everyDay: boolean;
  /** Id of the exchange's calendar. */
  readonly calendar: string | null;
}

export interface ClockFacts {
  /** The sessions of the instrument's exchange; null where they are not known. */
  readonly calendar: Calendar | null;
  /** The day of the import: of a period that has not ended the source knows no last session yet. */
  readonly today: number;
}

const minuteMs = 60_000;
const frequencyMinutes: Readonly<Partial<Record<Frequency, number>>> = { '1m': 1, '5m': 5, '15m': 15, '30m': 30, '1h': 60, '4h': 240 };

/** Bar-open `UtcMs` for intraday bars, the session's `TradingDate` for daily ones, the last session of the period for longer ones. */
export function barClock({ freq, zone, stampsBarEnd, stampsPeriodStart, everyDay }: ClockConvention, { calendar, today }: ClockFacts): BarClock {
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
  if (freq === '1d') return sessionDay;
  return (day, ofDay, offset) => {
    const written = sessionDay(day, ofDay, offset);
    const last = lastSession(written, freq, everyDay, calendar);
    // A stamp of the period's end is the session it ended with; only while the period runs it is that of the download.
    return stampsPeriodStart || (last >= today && last > written) ? last : written;
  };
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

/** The last session of the month, or of the week (a Sunday belongs to the week it opens), that a day lies in; without a calendar its last weekday. */
function lastSession(day: number, freq: Frequency, everyDay: boolean, calendar: Calendar | null): number {
  const [first, last] = freq === '1w' ? weekOf(day) : monthOf(day);
  if (everyDay) return last;
  if (calendar?.covers(last as TradingDate) === true) {
    const session = calendar.previous((last + 1) as TradingDate);
    if (session >= first) return session;
  }
  return last - Math.max(weekdayOf(last) - 4, 0);
}

/** Monday is 0; 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function weekOf(day: number): readonly [first: number, last: number] {
  const monday = weekdayOf(day) === 6 ? day + 1 : day - weekdayOf(day);
  return [monday, monday + 6];
}

function monthOf(day: number): readonly [first: number, last: number] {
  const date = new Date(day * dayMs);
  const month = (step: number): number => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + step, 1) / dayMs;
  return [month(0), month(1) - 1];
}
