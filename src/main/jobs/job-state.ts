import type { JobName, JobSchedule, JobScope } from '../../shared/contract/jobs.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { JobMemory } from './plan-job.ts';

/** What is kept of a job between two starts. */
export interface JobState {
  readonly job: JobName;
  readonly enabled: boolean;
  /** The user's own; null for the job's own. */
  readonly schedule: JobSchedule | null;
  readonly scope: JobScope | null;
  readonly memory: JobMemory;
  readonly nextAt: UtcMs | null;
  readonly lastSuccessAt: UtcMs | null;
  readonly attempts: number;
}

/** A job that was never run nor changed. */
export function newJobState(job: JobName): JobState {
  return { job, enabled: true, schedule: null, scope: null, memory: { slot: null, marks: {} }, nextAt: null, lastSuccessAt: null, attempts: 0 };
}
