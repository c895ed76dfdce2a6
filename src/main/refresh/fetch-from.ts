import type { Calendar } from '../../shared/calendar/calendar.ts';
import { dayMs, type TradingDate, type UtcMs } from '../../shared/time.ts';

interface FetchFromInput {
  /** Date of the newest stored bar of the origin; null when it has none. */
  readonly lastDate: TradingDate | null;
  /** The earliest session that is missing and not yet asked for. */
  readonly firstGap: TradingDate | null;
  readonly calendar: Calendar | null;
  readonly now: UtcMs;
  readonly historyYears: number;
}

/** So many stored sessions are asked for again: they show whether the history was restated, and bring late corrections. */
const overlap = 5;
const overlapDays = 9;

/** The first day to ask a source for. */
export function fetchFrom({ lastDate, firstGap, calendar, now, historyYears }: FetchFromInput): TradingDate {
  if (lastDate === null) return Math.floor(now / dayMs - historyYears * 365.25) as TradingDate;
  let from = lastDate;
  if (calendar === null) from = (lastDate - overlapDays) as TradingDate;
  else for (let times = 0; times < overlap; times++) from = calendar.previous(from);
  return Math.min(from, firstGap === null ? Infinity : firstGap - 1) as TradingDate;
}
