import { dayMs, type UtcMs } from '../../shared/time.ts';
import { isSaneTime } from '../cache/is-sane-time.ts';
import type { Store } from '../store/store.ts';
import type { JobDefinition } from './job.ts';
import type { JobWork } from './job-work.ts';

const keptMs = 90 * dayMs;
const keptRuns = 50;

/** Drops what is old by its own rule, once a day; never by a clock that cannot be right (T5). */
export function retentionJob({ read, write }: Pick<Store, 'read' | 'write'>, others: JobWork['retention'], zone: string): JobDefinition {
  return {
    name: 'retention',
    schedule: { type: 'daily', minutes: 240, zone },
    scope: null,
    async run({ now, trigger }) {
      const newest = Math.max(0, ...read.lastJobRuns().map(({ endedAt }) => endedAt));
      if (!isSaneTime(now, newest)) return null;
      let removed = await write.pruneJobRuns((now - keptMs) as UtcMs, keptRuns);
      for (const prune of others) removed += await prune(now);
      return removed === 0 && trigger === 'schedule' ? null : { done: removed, failures: [] };
    },
  };
}
