import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/app-error.ts';
import type { UtcMs } from '../../shared/time.ts';
import { writeBackup } from './backup.ts';
import { connectWriter, type Connection } from './connect.ts';
import { inspectStore } from './inspect-store.ts';
import { findProblems } from './integrity.ts';
import { applicationId, migrate, schemaVersion } from './migrate.ts';
import { headVersion, migrations } from './migrations/migrations.ts';
import { databaseSuffixes, moveAside } from './move-aside.ts';
import { storeError } from './store-error.ts';
import { syncPath } from './sync-path.ts';
import { openTables } from './tables/tables.ts';

/**
 * Puts a backup in the place of a closed store. The file given is not trusted: a copy of it is checked, and its rows go table by
 * table into a store of our own making. The store that stood there becomes a backup itself. Throws `store.backupInvalid`, and
 * then nothing has changed.
 */
export async function restore(file: string, backup: string, now: UtcMs): Promise<void> {
  const copy = `${file}.restoring`;
  const built = `${file}.restored`;
  try {
    removeDatabase(copy);
    removeDatabase(built);
    copyAtRest(backup, copy);
    build(copy, built, backup, now);
    await setAside(file, now);
    removeDatabase(file);
    renameSync(built, file);
    syncPath(dirname(file), 'folder');
  } finally {
    removeDatabase(copy);
    removeDatabase(built);
  }
}

function copyAtRest(backup: string, copy: string): void {
  const invalid = (problem: string): AppError => new AppError('store.backupInvalid', { file: backup, problem });
  if (!statSync(backup, { throwIfNoEntry: false })?.isFile()) throw invalid('there is no such file');
  if (existsSync(`${backup}-wal`)) throw invalid('a program has it open');
  copyFileSync(backup, copy);
}

/** Makes a store of this build out of the rows of a checked copy. */
function build(copy: string, built: string, backup: string, now: UtcMs): void {
  const version = validate(copy, backup);
  const database = connectWriter(built);
  try {
    migrate(database, migrations.slice(0, version));
    database.pragma('foreign_keys = 0');
    database.pragma('mmap_size = 0');
    database.prepare('ATTACH ? AS backup').run(copy);
    copyRows(database);
    database.exec('DETACH backup');
    database.pragma('foreign_keys = 1');
    migrate(database, migrations);
    // What happened between the backup and now has been told already, and will come again with the next refresh.
    openTables(database).alerts.rearm(now);
    const [problem] = findProblems(database);
    if (problem !== undefined) throw new AppError('store.backupInvalid', { file: backup, problem });
  } finally {
    database.close();
  }
}

/** Answers the version of a copy that may be read; throws for any other. */
function validate(copy: string, backup: string): number {
  const invalid = (problem: string): AppError => new AppError('store.backupInvalid', { file: backup, problem });
  try {
    const database = new Database(copy, { readonly: true, fileMustExist: true });
    try {
      for (const pragma of ['trusted_schema = 0', 'cell_size_check = 1', 'mmap_size = 0', 'query_only = 1']) database.pragma(pragma);
      if (database.pragma('application_id', { simple: true }) !== applicationId) throw invalid('it is not a Chartroom store');
      const version = schemaVersion(database);
      if (version > headVersion) throw invalid('a newer Chartroom wrote it');
      const pages = Number(database.pragma('page_count', { simple: true }));
      if (statSync(copy).size !== pages * Number(database.pragma('page_size', { simple: true }))) throw invalid('it is cut short');
      if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw invalid('it is damaged');
      if (schemaOf(database) !== expectedSchema(version)) throw invalid('its tables are not those of a Chartroom store');
      return version;
    } finally {
      database.close();
    }
  } catch (error) {
    const known = storeError(error, copy);
    throw known instanceof AppError && known.code === 'store.damaged' ? invalid('it is damaged') : known;
  }
}

/** Every table, index, view and trigger with its text: whatever we did not make ourselves makes it different. */
function schemaOf(database: Connection): string {
  return JSON.stringify(database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name <> 'sqlite_stat1' ORDER BY type, name").all());
}

function expectedSchema(version: number): string {
  const database = new Database(':memory:');
  try {
    migrate(database, migrations.slice(0, version));
    return schemaOf(database);
  } finally {
    database.close();
  }
}

function copyRows(database: Connection): void {
  const tables = database.prepare<[], string>("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all();
  database
    .transaction(() => {
      for (const table of tables) {
        const columns = database.prepare<[string], string>("SELECT name FROM pragma_table_info(?, 'main')").pluck().all(table).join(', ');
        database.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM backup.${table}`);
      }
    })
    .immediate();
}

/** Keeps what stood in the store's place: as a backup if it is sound, else moved aside. */
async function setAside(file: string, now: UtcMs): Promise<void> {
  const found = inspectStore(file, true);
  if (found.state === 'damaged') moveAside(file, now);
  if (found.state !== 'sound') return;
  const database = connectWriter(file);
  try {
    await writeBackup(database, 'before-restore', now);
  } finally {
    // Empties the log: a log left beside the restored file would bring the old data back.
    database.close();
  }
}

function removeDatabase(file: string): void {
  for (const suffix of databaseSuffixes) rmSync(file + suffix, { force: true });
}
