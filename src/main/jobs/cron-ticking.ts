import { schedule } from 'node-cron';
import type { Log } from '../ports.ts';
import type { StartTicking } from './start-ticking.ts';

/**
 * A node-cron task that only looks (T2): every ten seconds, in UTC, never beside itself. Ticks that sleep swallowed are not made up
 * for; what was missed follows from the wall clock. `maxExecutions` and the like are not used: they count manual runs too and begin
 * anew at every start (T10).
 */
export function cronTicking(log: Log): StartTicking {
  return (look) => {
    const task = schedule('*/10 * * * * *', () => look(), {
      name: 'jobs', timezone: 'UTC', noOverlap: true, suppressMissedWarning: true, unref: true,
      logger: { info: () => undefined, debug: () => undefined, warn: (message) => log.warn('jobs.cron', { message }), error: (message) => log.error('jobs.cron', { message: String(message) }) },
    });
    return () => void task.destroy();
  };
}
