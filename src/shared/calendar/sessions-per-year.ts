import { tradingDate } from '../time.ts';
import type { Calendar } from './calendar.ts';

interface SessionsPerYear {
  readonly value: number;
  readonly fromYear: number;
  readonly toYear: number;
  /** Whether no year of the range is covered, so that weekdays were counted. */
  readonly assumed: boolean;
}

/**
 * The mean number of sessions a year, measured over the covered years from `fromYear` to `toYear`; it is what annualising uses.
 * Where none of them is covered, weekdays are counted and the answer says so.
 */
export function sessionsPerYear(calendar: Calendar, fromYear: number, toYear: number): SessionsPerYear {
  const all = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  const covered = all.filter((year) => calendar.covers(tradingDate(year, 1, 1)));
  const years = covered.length > 0 ? covered : all;
  let sessions = 0;
  for (const year of years) sessions += calendar.sessionsBetween(tradingDate(year - 1, 12, 31), tradingDate(year, 12, 31)).sessions;
  return {
    value: sessions / years.length,
    fromYear: years[0] ?? fromYear,
    toYear: years.at(-1) ?? toYear,
    assumed: covered.length === 0,
  };
}
