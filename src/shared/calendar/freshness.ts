import type { UtcMs } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { coveredSession, runningBarsBehind, type SeriesEnd } from './series-end.ts';

export interface DataAge {
  /** Closed sessions that the bars do not cover to their end; null where no calendar is known. */
  readonly sessionsBehind: number | null;
  /**
   * `unknown` without a calendar. A series is stale as soon as one closed session is missing or lacks its end, an intraday one also when a
   * whole bar of the running session is missing.
   */
  readonly state: 'fresh' | 'stale' | 'unknown';
  /** Whether a year that the calendar does not cover was counted by weekdays. */
  readonly assumed: boolean;
}

/** The age of a series against its exchange: what has closed since its last bar. */
export function freshness(calendar: Calendar | null, end: SeriesEnd, now: UtcMs): DataAge {
  if (calendar === null) return { sessionsBehind: null, state: 'unknown', assumed: false };
  const { sessions, assumed } = calendar.sessionsBetween(coveredSession(calendar, end), calendar.lastClosed(now));
  return { sessionsBehind: sessions, state: sessions === 0 && runningBarsBehind(calendar, end, now) === 0 ? 'fresh' : 'stale', assumed };
}
