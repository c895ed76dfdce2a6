import type { JobDefinition } from './job.ts';
import type { SymbolWork } from './job-work.ts';

/** Sources have the day's last bar some time after the close. */
const delayMs = 20 * 60_000;

/** The day's bars, once a session of each exchange. */
export function barsJob(refresh: SymbolWork): JobDefinition {
  return {
    name: 'bars',
    schedule: { type: 'afterClose', delayMs },
    scope: { type: 'all' },
    async run({ symbols, signal, progress }) {
      const wanted = symbols();
      if (wanted.length === 0) return null;
      const result = await refresh(wanted, signal, progress);
      return result.done === 0 && result.failures.length === 0 ? null : result;
    },
  };
}
