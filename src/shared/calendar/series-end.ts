import { barLengthMs } from '../bar-length-ms.ts';
import type { Frequency } from '../frequency.ts';
import type { TradingDate, UtcMs } from '../time.ts';
import type { Calendar } from './calendar.ts';

/** How a series ends. */
export interface SeriesEnd {
  readonly freq: Frequency;
  /** The key of its last bar: `UtcMs` of its start for intraday bars, else its `TradingDate`. */
  readonly lastTime: number;
  /** Whether that bar was taken in before it had ended. */
  readonly isLastOpen: boolean;
}

/**
 * The newest session that the bars cover to its end. Of an intraday series less than one whole bar of it may be missing: bars that start
 * at the full hour end otherwise than those that start at the opening.
 */
export function coveredSession(calendar: Calendar, end: SeriesEnd): TradingDate {
  const length = barLengthMs(end.freq);
  if (length !== null) return calendar.lastClosed((endOf(end, length) + length - 1) as UtcMs);
  return end.isLastOpen ? calendar.previous(end.lastTime as TradingDate) : (end.lastTime as TradingDate);
}

/** How many whole intraday bars of the session running at `now` have ended since the last one; 0 for days and longer. */
export function runningBarsBehind(calendar: Calendar, end: SeriesEnd, now: UtcMs): number {
  const length = barLengthMs(end.freq);
  const session = length === null ? null : calendar.sessionOf(now);
  if (length === null || session === null) return 0;
  const from = endOf(end, length);
  const missingMs = calendar.parts(session).reduce((sum, { open, close }) => sum + Math.max(0, Math.min(close, now) - Math.max(open, from)), 0);
  return Math.floor(missingMs / length);
}

function endOf({ lastTime, isLastOpen }: SeriesEnd, length: number): number {
  return isLastOpen ? lastTime : lastTime + length;
}
