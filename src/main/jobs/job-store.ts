import type { JobName, JobRun } from '../../shared/contract/jobs.ts';
import type { JobState } from './job-state.ts';

/** Where the states and runs of jobs are kept. */
export interface JobStore {
  states(): readonly JobState[];
  /** The newest run of each job. */
  lastRuns(): ReadonlyMap<JobName, JobRun>;
  saveState(state: JobState): Promise<void>;
  /** Keeps a run together with the state it left. */
  saveRun(run: Omit<JobRun, 'id'>, state: JobState): Promise<void>;
}
