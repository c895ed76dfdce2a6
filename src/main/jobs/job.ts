import type { JobFailure, JobName, JobRun, JobSchedule, JobScope } from '../../shared/contract/jobs.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { DueSession } from './plan-job.ts';

/** What a run works with. */
export interface JobContext {
  readonly now: UtcMs;
  /** The symbols of the job's scope; of a job after the close, those of the exchanges that have closed. */
  symbols(): readonly string[];
  /** The sessions that a job after the close runs for; empty when a user started it. */
  readonly sessions: readonly DueSession[];
  readonly trigger: JobRun['trigger'];
  /** Aborted when the job is stopped or the workspace closes. */
  readonly signal: AbortSignal;
  progress(done: number, total: number | null): void;
}

/** What a run did; null when there was nothing to do, which leaves no trace. */
export type JobResult = { readonly done: number; readonly failures: readonly JobFailure[] } | null;

/** One job: when it runs unless the user says otherwise, and what it does. A thrown `AppError` fails the run. */
export interface JobDefinition {
  readonly name: JobName;
  readonly schedule: JobSchedule;
  readonly scope: JobScope | null;
  run(context: JobContext): Promise<JobResult>;
}
