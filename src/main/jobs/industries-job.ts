import type { JobDefinition } from './job.ts';
import type { JobWork } from './job-work.ts';

/** The industry tables, computed ahead after bars or memberships changed; what stands at the start is computed when it is asked for. */
export function industriesJob(compute: NonNullable<JobWork['industries']>, dataVersion: () => number): JobDefinition {
  let done = dataVersion();
  return {
    name: 'industries',
    schedule: { type: 'every', everyMs: 60_000, marketHours: false },
    scope: null,
    async run({ trigger, signal }) {
      const version = dataVersion();
      if (trigger === 'schedule' && version === done) return null;
      const result = await compute(signal);
      done = version;
      return result.done === 0 && result.failures.length === 0 ? null : result;
    },
  };
}
