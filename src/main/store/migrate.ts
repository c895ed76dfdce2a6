import type { Connection } from './connect.ts';

/** "CHRT": marks a SQLite file as a workspace of this product. */
export const applicationId = 0x43485254;

export interface Migration {
  readonly version: number;
  readonly name: string;
  up(database: Connection): void;
}

/** The version of the schema in a database; 0 for an empty one. */
export function schemaVersion(database: Connection): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Brings a database to the last of `migrations`. Each runs in one transaction with its stamp, so a failing one leaves the
 * version before it and its schema byte for byte.
 */
export function migrate(database: Connection, migrations: readonly Migration[]): void {
  for (const migration of migrations) {
    const step = database.transaction(() => {
      // Read under the write lock: another process may have migrated since we last looked.
      if (schemaVersion(database) !== migration.version - 1) return;
      migration.up(database);
      const dangling = database.pragma('foreign_key_check');
      if (Array.isArray(dangling) && dangling.length > 0) throw new Error(`${migration.name} leaves rows that refer to nothing`);
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${migration.version}`);
    });
    step.immediate();
  }
}
