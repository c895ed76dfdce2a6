import type { CleanUp, TableFacts } from '../../shared/contract/db.ts';
import type { AnalysisKind, JobName, JobRun } from '../../shared/contract/jobs.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { JobState } from '../jobs/job-state.ts';
import type { AnalysisRecord } from './tables/analysis-table.ts';

/** What jobs left behind. */
export interface JobsReader {
  jobStates(): readonly JobState[];
  /** Newest first; of one job where one is named. */
  jobRuns(job: JobName | null, offset: number, limit: number): readonly JobRun[];
  /** The newest run of each job. */
  lastJobRuns(): readonly JobRun[];
  /** Rows of every table, and bytes of the file that nothing uses. */
  facts(): { readonly tables: readonly TableFacts[]; readonly freeBytes: number };
  /** What was computed of an instrument, newest first. */
  analyses(instrument: number, kind: AnalysisKind | null, limit: number): readonly AnalysisRecord[];
}

export interface JobsWriter {
  /** Removes old job runs and rejected rows and gives unused space back; a dry run only counts. */
  cleanUp(before: UtcMs, dryRun: boolean): Promise<CleanUp>;
  saveJobState(state: JobState): Promise<void>;
  saveJobRun(run: Omit<JobRun, 'id'>, state: JobState): Promise<void>;
  /** Removes what a clean-up does, without giving space back. */
  removeOld(before: UtcMs): Promise<Pick<CleanUp, 'jobRuns' | 'rejections'>>;
  /** Keeps one analysis a bar; answers how many said something new. */
  saveAnalyses(records: readonly AnalysisRecord[]): Promise<number>;
}
