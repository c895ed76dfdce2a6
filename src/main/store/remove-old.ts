import type { CleanUp } from '../../shared/contract/db.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { Connection } from './connect.ts';
import { jobTable } from './tables/job-table.ts';

/** The newest runs of each job stay, however old they are. */
const keptRuns = 50;
const oldRejections = 'DELETE FROM import_rejection WHERE batch IN (SELECT id FROM import_batch WHERE at < ?)';

/** Removes job runs that ended before a time, and the rejected rows of imports from before it; runs in the caller's transaction. */
export function removeOld(database: Connection, before: UtcMs): Pick<CleanUp, 'jobRuns' | 'rejections'> {
  const jobRuns = jobTable(database).prune(before, keptRuns);
  return { jobRuns, rejections: database.prepare<[number]>(oldRejections).run(before).changes };
}
