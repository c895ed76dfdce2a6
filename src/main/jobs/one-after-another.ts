import type { JobContext } from './job.ts';
import type { WorkDone } from './job-work.ts';

type Fetch = (context: Pick<JobContext, 'trigger' | 'signal' | 'progress'>) => Promise<WorkDone>;

/** Several fetches as one. */
export function oneAfterAnother(...fetches: readonly Fetch[]): Fetch {
  return async (context) => {
    const results: WorkDone[] = [];
    for (const fetch of fetches) results.push(await fetch(context));
    return { done: results.reduce((sum, { done }) => sum + done, 0), failures: results.flatMap(({ failures }) => failures) };
  };
}
