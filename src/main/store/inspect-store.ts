import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/app-error.ts';
import type { Connection } from './connect.ts';
import { applicationId, schemaVersion } from './migrate.ts';
import { headVersion } from './migrations/migrations.ts';
import { storeError } from './store-error.ts';

/** What stands at a store's path: nothing to lose yet, a store of some version, or something damaged. */
export type Inspection =
  | { readonly state: 'fresh' }
  | { readonly state: 'sound'; readonly version: number }
  | { readonly state: 'damaged'; readonly reason: string };

/**
 * Looks at a store file through a read-only connection, which leaves its bytes as they are. Throws `store.newer`,
 * `store.foreign` or `store.unreadable` for files that are not ours to repair. `thorough` walks every page.
 */
export function inspectStore(file: string, thorough: boolean): Inspection {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return { state: 'fresh' };
  if (stat.isDirectory()) return { state: 'damaged', reason: 'a folder stands in its place' };
  if (stat.size === 0) return { state: 'damaged', reason: 'it is empty' };
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return look(database, file, stat.size, thorough);
    } finally {
      database.close();
    }
  } catch (error) {
    const known = storeError(error, file);
    if (!(known instanceof AppError) || known.code !== 'store.damaged') throw known;
    return { state: 'damaged', reason: String(known.params.part) };
  }
}

function look(database: Connection, file: string, bytes: number, thorough: boolean): Inspection {
  database.pragma('trusted_schema = 0');
  const version = schemaVersion(database);
  const application = database.pragma('application_id', { simple: true });
  if (application !== applicationId) {
    // A process that was killed while it made the store leaves a file without a schema.
    const tables = database.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
    if (application === 0 && version === 0 && tables === 0) return { state: 'fresh' };
    throw new AppError('store.foreign', { file });
  }
  if (version > headVersion) throw new AppError('store.newer', { file, found: version, known: headVersion });
  if (thorough || isCutShort(database, file, bytes)) {
    const found = database.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') return { state: 'damaged', reason: String(found) };
  }
  return { state: 'sound', version };
}

/** A cheap sign of damage: the file is shorter than its header says, and no log holds the rest. */
function isCutShort(database: Connection, file: string, bytes: number): boolean {
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return false;
  const pages = Number(database.pragma('page_count', { simple: true }));
  return bytes !== pages * Number(database.pragma('page_size', { simple: true }));
}
