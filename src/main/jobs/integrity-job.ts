import { AppError } from '../../shared/app-error.ts';
import { dayMs } from '../../shared/time.ts';
import type { Store } from '../store/store.ts';
import type { JobDefinition } from './job.ts';

const everyMs = 7 * dayMs;

/** Looks the whole store through once a week, at half past four. */
export function integrityJob({ read, write }: Pick<Store, 'read' | 'write'>, zone: string): JobDefinition {
  return {
    name: 'integrity',
    schedule: { type: 'daily', minutes: 270, zone },
    scope: null,
    async run({ now, trigger }) {
      const checkedAt = read.checkedAt();
      if (trigger === 'schedule' && checkedAt !== null && Math.abs(now - checkedAt) < everyMs) return null;
      const [problem] = await write.check();
      if (problem !== undefined) throw new AppError('store.damaged', { part: problem });
      return { done: 1, failures: [] };
    },
  };
}
