import { dayMs, type TradingDate, type UtcMs } from '../time.ts';
import type { Calendar } from './calendar.ts';

interface MarketPhase {
  /** `break` is a pause within a session, such as lunch. */
  readonly phase: 'open' | 'break' | 'closed';
  /** When the phase ends. */
  readonly until: UtcMs;
  /** The running session, or the next one. */
  readonly session: TradingDate;
  /** Whether the session's year is not covered by the calendar. */
  readonly assumed: boolean;
}

/** Whether a market trades at `now`, and until when it stays so. */
export function marketPhase(calendar: Calendar, now: UtcMs): MarketPhase {
  // Two days back is before any session that can hold `now`, whatever the zone.
  let session = calendar.next((Math.floor(now / dayMs) - 2) as TradingDate);
  for (;;) {
    const assumed = !calendar.covers(session);
    const parts = calendar.parts(session);
    for (const [index, part] of parts.entries()) {
      if (now < part.open) return { phase: index === 0 ? 'closed' : 'break', until: part.open, session, assumed };
      if (now < part.close) return { phase: 'open', until: part.close, session, assumed };
    }
    session = calendar.next(session);
  }
}
