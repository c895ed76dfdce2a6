import type { JobDefinition } from './job.ts';
import type { SymbolWork } from './job-work.ts';

/** At midnight: fetches ahead what the day's first look at the watchlists will ask for. */
export function precacheJob(warm: SymbolWork, zone: string): JobDefinition {
  return {
    name: 'precache',
    schedule: { type: 'daily', minutes: 0, zone },
    scope: { type: 'watched' },
    async run({ symbols, signal, progress }) {
      const wanted = symbols();
      if (wanted.length === 0) return null;
      const result = await warm(wanted, signal, progress);
      return result.done === 0 && result.failures.length === 0 ? null : result;
    },
  };
}
