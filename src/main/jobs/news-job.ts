import type { JobDefinition } from './job.ts';
import type { JobWork } from './job-work.ts';

/** News, every ten minutes; nothing new leaves no trace. */
export function newsJob(fetchNews: NonNullable<JobWork['news']>): JobDefinition {
  return {
    name: 'news',
    schedule: { type: 'every', everyMs: 10 * 60_000, marketHours: false },
    scope: null,
    async run({ signal }) {
      const result = await fetchNews(signal);
      return result.done === 0 && result.failures.length === 0 ? null : result;
    },
  };
}
