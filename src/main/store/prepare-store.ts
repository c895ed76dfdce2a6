import { AppError } from '../../shared/app-error.ts';
import type { UtcMs } from '../../shared/time.ts';
import { writeBackup } from './backup.ts';
import { connectWriter, type Connection, type StoreLimits } from './connect.ts';
import { inspectStore } from './inspect-store.ts';
import { migrate, schemaVersion, type Migration } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { recover } from './recover.ts';
import { restore } from './restore.ts';
import type { Recovery } from './store.ts';
import { storeError } from './store-error.ts';
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
export async function prepareStore(
  { file, uncleanExit, restoreFrom, now, limits }: StoreSetup,
  steps: readonly Migration[] = migrations,
): Promise<PreparedStore> {
  if (restoreFrom !== null) await restore(file, restoreFrom, now);
  const found = inspectStore(file, uncleanExit);
  let recovery = found.state === 'damaged' ? recover(file, found.reason, now) : null;
  let database: Connection;
  try {
    database = await openCurrent(file, limits, now, steps);
  } catch (error) {
    // Damage that only shows when the store is used; a store that was just repaired is not repaired again.
    const known = storeError(error, file);
    if (recovery !== null || !(known instanceof AppError) || known.code !== 'store.damaged') throw error;
    recovery = recover(file, String(known.params.part), now);
    database = await openCurrent(file, limits, now, steps);
  }
  if (recovery !== null || restoreFrom !== null) {
    const state = storeStateTable(database);
    state.setDataVersion(state.dataVersion() + versionLeap);
  }
  return { database, recovery };
}

async function openCurrent(file: string, limits: StoreLimits, now: UtcMs, steps: readonly Migration[]): Promise<Connection> {
  const database = connectWriter(file, limits);
  try {
    const standing = schemaVersion(database);
    if (standing > 0 && standing < steps.length) await writeBackup(database, 'before-migration', now);
    migrate(database, steps);
    database.transaction(() => importBatchTable(database).markInterrupted()).immediate();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
