import type { UtcMs } from '../../shared/time.ts';
import { writeBackup } from './backup.ts';
import { connectWriter, type Connection, type StoreLimits } from './connect.ts';
import { inspectStore } from './inspect-store.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { headVersion, migrations } from './migrations/migrations.ts';
import { recover } from './recover.ts';
import { restore } from './restore.ts';
import type { Recovery } from './store.ts';
import { importBatchTable } from './tables/import-batch-table.ts';
import { storeStateTable } from './tables/store-state-table.ts';

export interface StoreSetup {
  readonly file: string;
  /** The process before ended without closing the store, or left it in doubt. */
  readonly uncleanExit: boolean;
  /** A backup to put in the store's place first. */
  readonly restoreFrom: string | null;
  readonly now: UtcMs;
  readonly limits: StoreLimits;
}

export interface PreparedStore {
  readonly database: Connection;
  readonly recovery: Recovery | null;
}

/** Readers of a store that was put back to an older state must not take its next versions for ones they have seen. */
const versionLeap = 1_000_000;

/** Opens the store file for writing: restored if asked, repaired if damaged, brought up to date. The caller holds the profile's lock. */
export async function prepareStore({ file, uncleanExit, restoreFrom, now, limits }: StoreSetup): Promise<PreparedStore> {
  if (restoreFrom !== null) await restore(file, restoreFrom, now);
  const found = inspectStore(file, uncleanExit);
  const recovery = found.state === 'damaged' ? recover(file, found.reason, now) : null;
  const database = connectWriter(file, limits);
  try {
    const standing = schemaVersion(database);
    if (standing > 0 && standing < headVersion) await writeBackup(database, 'before-migration', now);
    migrate(database, migrations);
    database
      .transaction(() => {
        importBatchTable(database).markInterrupted();
        const state = storeStateTable(database);
        if (recovery !== null || restoreFrom !== null) state.setDataVersion(state.dataVersion() + versionLeap);
      })
      .immediate();
  } catch (error) {
    database.close();
    throw error;
  }
  return { database, recovery };
}

