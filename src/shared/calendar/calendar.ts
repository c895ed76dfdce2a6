import { AppError } from '../app-error.ts';
import { dayMs, parseTradingDate, type TradingDate, type UtcMs } from '../time.ts';
import type { CalendarTable } from './calendar-table.ts';
import { instantOf, wallClock } from './zone-clock.ts';

/** One stretch of continuous trading. */
export interface SessionPart {
  readonly open: UtcMs;
  readonly close: UtcMs;
}

interface SessionCount {
  readonly sessions: number;
  /** Whether a year without a table was met, whose weekdays were counted as sessions. */
  readonly assumed: boolean;
}

/**
 * The sessions of an exchange. Dates are `TradingDate`s of the exchange's zone. In a year that the table does not cover every
 * weekday of the calendar counts as a full session; `covers` and the `assumed` of an answer say so (T7).
 */
export interface Calendar {
  readonly id: string;
  readonly zone: string;
  /** Whether the table knows the closings of the date's year. */
  covers(date: TradingDate): boolean;
  isSession(date: TradingDate): boolean;
  /** The first session after `date`. */
  next(date: TradingDate): TradingDate;
  /** The last session before `date`. */
  previous(date: TradingDate): TradingDate;
  /** Sessions later than `after` up to and including `upTo`; none when they lie the other way round. */
  sessionsBetween(after: TradingDate, upTo: TradingDate): SessionCount;
  /** The stretches of trading of a session, in order; empty for a day without one. */
  parts(date: TradingDate): readonly SessionPart[];
  /** The session whose trading span (first open to last close, breaks included) holds `time`, else null. */
  sessionOf(time: UtcMs): TradingDate | null;
  /** The newest session whose close is at or before `now`. */
  lastClosed(now: UtcMs): TradingDate;
}

const timePattern = /^(-?)(\d{2}):(\d{2})$/;

export function createCalendar(table: CalendarTable): Calendar {
  const fail = (value: string): never => {
    throw new AppError('calendar.table', { calendar: table.id, value });
  };
  const minutesOf = (text: string): number => {
    const match = timePattern.exec(text);
    if (match === null) return fail(text);
    return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
  };
  const dateOf = (year: string, monthDay: string): TradingDate => parseTradingDate(`${year}-${monthDay}`) ?? fail(`${year}-${monthDay}`);

  const hours = table.sessions.map(([open, close]) => ({ open: minutesOf(open), close: minutesOf(close) }));
  if (hours.length === 0 || table.weekdays.length === 0) fail('sessions');
  const weekdays = new Set(table.weekdays);
  const covered = new Set<string>();
  const closed = new Set<TradingDate>();
  const shortCloses = new Map<TradingDate, number>();
  if (table.years !== 'all') {
    for (const [year, days] of Object.entries(table.years)) {
      covered.add(year);
      for (const day of days.closed) closed.add(dateOf(year, day));
      for (const [day, close] of Object.entries(days.short ?? {})) shortCloses.set(dateOf(year, day), minutesOf(close));
    }
  }

  const covers = (date: TradingDate): boolean => table.years === 'all' || covered.has(String(new Date(date * dayMs).getUTCFullYear()));
  // 1970-01-01 was a Thursday.
  const isSession = (date: TradingDate): boolean => weekdays.has((((date + 4) % 7) + 7) % 7) && !closed.has(date);
  const step = (date: TradingDate, by: 1 | -1): TradingDate => {
    let day = date + by;
    while (!isSession(day as TradingDate)) day += by;
    return day as TradingDate;
  };

  const known = new Map<TradingDate, readonly SessionPart[]>();
  const parts = (date: TradingDate): readonly SessionPart[] => {
    const cached = known.get(date);
    if (cached !== undefined) return cached;
    const end = shortCloses.get(date) ?? Infinity;
    const result = isSession(date)
      ? hours
          .filter(({ open }) => open < end)
          .map(({ open, close }) => ({ open: instantOf(table.zone, date, open), close: instantOf(table.zone, date, Math.min(close, end)) }))
      : [];
    if (known.size >= 4096) known.clear();
    known.set(date, result);
    return result;
  };
  const closeOf = (date: TradingDate): UtcMs => parts(date).at(-1)?.close ?? ((date * dayMs) as UtcMs);
  const localDate = (time: UtcMs): TradingDate => Math.floor(wallClock(table.zone, time) / dayMs) as TradingDate;
  const holds = (date: TradingDate, time: UtcMs): boolean => {
    const open = parts(date)[0]?.open;
    return open !== undefined && time >= open && time < closeOf(date);
  };

  return {
    id: table.id,
    zone: table.zone,
    covers,
    isSession,
    next: (date) => step(date, 1),
    previous: (date) => step(date, -1),
    sessionsBetween(after, upTo) {
      let sessions = 0;
      let assumed = false;
      for (let day = (after + 1) as TradingDate; day <= upTo; day = (day + 1) as TradingDate) {
        if (!isSession(day)) continue;
        sessions += 1;
        assumed ||= !covers(day);
      }
      return { sessions, assumed };
    },
    parts,
    sessionOf(time) {
      const today = localDate(time);
      if (holds(today, time)) return today;
      // Sessions that open on the evening before belong to the next date.
      const tomorrow = (today + 1) as TradingDate;
      return holds(tomorrow, time) ? tomorrow : null;
    },
    lastClosed(now) {
      let day = (localDate(now) + 1) as TradingDate;
      while (!isSession(day) || closeOf(day) > now) day = (day - 1) as TradingDate;
      return day;
    },
  };
}
