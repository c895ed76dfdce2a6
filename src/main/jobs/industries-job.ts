import type { JobDefinition } from './job.ts';
import type { JobWork } from './job-work.ts';

/**
 * What is listed and who is in which industry, fetched when that is due, and the industry tables, computed ahead after bars or memberships changed; what
 * stands at the start is computed when it is asked for.
 */
export function industriesJob(compute: NonNullable<JobWork['industries']>, fetch: JobWork['lists'], dataVersion: () => number): JobDefinition {
  let computed = dataVersion();
  return {
    name: 'industries',
    schedule: { type: 'every', everyMs: 60_000, marketHours: false },
    scope: null,
    async run({ trigger, signal, progress }) {
      const fetched = fetch === null ? { done: 0, failures: [] } : await fetch({ trigger, signal, progress });
      const version = dataVersion();
      const isDue = trigger === 'user' || version !== computed;
      const tables = isDue ? await compute(signal) : { done: 0, failures: [] };
      computed = version;
      const result = { done: fetched.done + tables.done, failures: [...fetched.failures, ...tables.failures] };
      return result.done === 0 && result.failures.length === 0 ? null : result;
    },
  };
}
