import type { CleanUp } from '../../shared/contract/db.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { Connection } from './connect.ts';
import { storeFacts } from './store-facts.ts';
import { jobTable } from './tables/job-table.ts';

const keptRuns = 50;
const oldRejections = 'FROM import_rejection WHERE batch IN (SELECT id FROM import_batch WHERE at < ?)';

/** Removes what ended before `before`, then gives unused space back to the disk. A dry run does the same and takes it back. */
export function cleanUp(database: Connection, before: UtcMs, dryRun: boolean): CleanUp {
  const { freeBytes } = storeFacts(database);
  const work = database.transaction(() => {
    const jobRuns = jobTable(database).prune(before, keptRuns);
    const rejections = database.prepare<[number]>(`DELETE ${oldRejections}`).run(before).changes;
    if (dryRun) throw new DryRun(jobRuns, rejections);
    return { jobRuns, rejections };
  });
  try {
    const removed = work.immediate();
    database.exec('VACUUM');
    return { dryRun, ...removed, freeBytes };
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
    return { dryRun, jobRuns: error.jobRuns, rejections: error.rejections, freeBytes };
  }
}

/** Rolls the transaction back and carries what it found. */
class DryRun extends Error {
  readonly jobRuns: number;
  readonly rejections: number;

  constructor(jobRuns: number, rejections: number) {
    super('a dry run');
    this.jobRuns = jobRuns;
    this.rejections = rejections;
  }
}
