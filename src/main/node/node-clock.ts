import type { UtcMs } from '../../shared/time.ts';
import type { Clock } from '../ports.ts';

/** The system's time; the one place in main that asks for it. */
export const nodeClock: Clock = {
  now: () => Date.now() as UtcMs,
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs);
    // A timer that only guards something must not keep the process alive.
    timer.unref();
    return () => clearTimeout(timer);
  },
};
