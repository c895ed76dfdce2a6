import type { TradingDate, UtcMs } from '../time.ts';
import type { Calendar } from './calendar.ts';

export interface DataAge {
  /** Closed sessions later than the last bar; null where no calendar is known. */
  readonly sessionsBehind: number | null;
  /** `unknown` without a calendar; a series is stale as soon as one closed session is missing. */
  readonly state: 'fresh' | 'stale' | 'unknown';
  /** Whether a year that the calendar does not cover was counted by weekdays. */
  readonly assumed: boolean;
}

/** The age of a series against its exchange: how many sessions have closed since its last bar. */
export function freshness(input: { readonly calendar: Calendar | null; readonly lastDate: TradingDate; readonly now: UtcMs }): DataAge {
  const { calendar, lastDate, now } = input;
  if (calendar === null) return { sessionsBehind: null, state: 'unknown', assumed: false };
  const { sessions, assumed } = calendar.sessionsBetween(lastDate, calendar.lastClosed(now));
  return { sessionsBehind: sessions, state: sessions === 0 ? 'fresh' : 'stale', assumed };
}
