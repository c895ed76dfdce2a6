import { connectWriter, type Connection, type StoreLimits } from './connect.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { migrations } from './migrations/migrations.ts';
import type { Recovery } from './store.ts';
import { importBatchTable } from './tables/import-batch-table.ts';

export interface PreparedStore {
  readonly database: Connection;
  readonly recovery: Recovery | null;
}

/** Opens the store file for writing, brought up to date. The caller holds the profile's lock. */
export async function prepareStore(file: string, limits: StoreLimits): Promise<PreparedStore> {
  const database = connectWriter(file, limits);
  try {
    if (schemaVersion(database) < migrations.length) migrate(database, migrations);
    database.transaction(() => importBatchTable(database).markInterrupted()).immediate();
  } catch (error) {
    database.close();
    throw error;
  }
  return { database, recovery: null };
}
