import type { Cache } from '../cache/cache.ts';
import type { JobDefinition } from './job.ts';

/** Drops what the cache has kept for long enough, every minute. */
export function sweepJob(cache: Pick<Cache, 'sweep'>): JobDefinition {
  return {
    name: 'sweep',
    schedule: { type: 'every', everyMs: 60_000, marketHours: false },
    scope: null,
    async run({ trigger }) {
      const removed = cache.sweep();
      return removed === 0 && trigger === 'schedule' ? null : { done: removed, failures: [] };
    },
  };
}
