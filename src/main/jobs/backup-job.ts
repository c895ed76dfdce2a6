import { dayMs, type UtcMs } from '../../shared/time.ts';
import type { StoreWriter } from '../store/store.ts';
import type { JobDefinition } from './job.ts';

/** A backup a day at half past three, unless one was made within twenty hours. */
export function backupJob(write: Pick<StoreWriter, 'backup'>, newestAt: () => UtcMs | null, zone: string): JobDefinition {
  return {
    name: 'backup',
    schedule: { type: 'daily', minutes: 210, zone },
    scope: null,
    async run({ now, trigger }) {
      const newest = newestAt();
      const isRecent = newest !== null && Math.abs(now - newest) < (20 / 24) * dayMs;
      if (isRecent && trigger === 'schedule') return null;
      await write.backup();
      return { done: 1, failures: [] };
    },
  };
}
