import { dayMs, type UtcMs } from '../../shared/time.ts';
import { isSaneTime } from '../cache/is-sane-time.ts';
import type { Store } from '../store/store.ts';
import type { JobDefinition } from './job.ts';

/** Removes what is older than it is kept, once a day; never by a clock that cannot be right (T5). */
export function retentionJob({ read, write }: Pick<Store, 'read' | 'write'>, keptDays: () => number, zone: string): JobDefinition {
  return {
    name: 'retention',
    schedule: { type: 'daily', minutes: 240, zone },
    scope: null,
    async run({ now, trigger }) {
      const newest = Math.max(0, ...read.lastJobRuns().map(({ endedAt }) => endedAt));
      if (!isSaneTime(now, newest)) return null;
      const { jobRuns, rejections } = await write.removeOld((now - keptDays() * dayMs) as UtcMs);
      const removed = jobRuns + rejections;
      return removed === 0 && trigger === 'schedule' ? null : { done: removed, failures: [] };
    },
  };
}
