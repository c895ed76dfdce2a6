import type { AnalysisKind, JobName, JobRun } from '../../shared/contract/jobs.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { JobState } from '../jobs/job.ts';
import type { AnalysisRecord } from './tables/analysis-table.ts';

/** What jobs left behind. */
export interface JobsReader {
  jobStates(): readonly JobState[];
  /** Newest first; of one job where one is named. */
  jobRuns(job: JobName | null, offset: number, limit: number): readonly JobRun[];
  /** The newest run of each job. */
  lastJobRuns(): readonly JobRun[];
  /** What was computed of an instrument, newest first. */
  analyses(instrument: number, kind: AnalysisKind | null, limit: number): readonly AnalysisRecord[];
}

export interface JobsWriter {
  saveJobState(state: JobState): Promise<void>;
  saveJobRun(run: Omit<JobRun, 'id'>, state: JobState): Promise<void>;
  /** Drops runs that ended before, but the newest `kept` of each job; answers how many. */
  pruneJobRuns(before: UtcMs, kept: number): Promise<number>;
  /** Keeps one analysis a bar; answers how many said something new. */
  saveAnalyses(records: readonly AnalysisRecord[]): Promise<number>;
}
