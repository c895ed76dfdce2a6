import type { CleanUp } from '../../shared/contract/db.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { Connection } from './connect.ts';
import { removeOld } from './remove-old.ts';
import { storeFacts } from './store-facts.ts';

/** Removes what ended before `before`, then gives unused space back to the disk. A dry run does the same and takes it back. */
export function cleanUp(database: Connection, before: UtcMs, dryRun: boolean): CleanUp {
  const { freeBytes } = storeFacts(database);
  const work = database.transaction(() => {
    const found = removeOld(database, before);
    if (dryRun) throw new DryRun(found.jobRuns, found.rejections);
    return found;
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
