import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

export type Connection = Database.Database;

/** Tighter bounds than the usual ones; tests use them to bring about a full disk and a busy file. */
export interface StoreLimits {
  readonly maxPages?: number;
  readonly busyTimeoutMs?: number;
}

const defaultBusyTimeoutMs = 5_000;
const pageBytes = 8_192;
/** Room for a chunk of an import. More is no use: pages written are not asked for again, and memory touched first takes longer than writing into it. */
const writerCacheKib = 4_096;

/**
 * The only writing connection. Every commit is synced (`synchronous=FULL`): a commit costs a fraction of a millisecond more than
 * NORMAL and market data is batched anyway, so one policy serves user edits and bars alike.
 */
export function connectWriter(file: string, limits: StoreLimits = {}): Connection {
  const database = new Database(file, { timeout: limits.busyTimeoutMs ?? defaultBusyTimeoutMs });
  return configured(database, () => {
    database.pragma(`page_size = ${pageBytes}`);
    settle(database, 'journal_mode', 'wal');
    settle(database, 'synchronous', 2);
    settle(database, 'foreign_keys', 1);
    settle(database, 'cell_size_check', 1);
    settle(database, 'wal_autocheckpoint', 4_000);
    database.pragma(`cache_size = -${writerCacheKib}`);
    database.pragma('journal_size_limit = 16777216');
    if (limits.maxPages !== undefined) database.pragma(`max_page_count = ${limits.maxPages}`);
  });
}

/** A read-only connection; it sees each commit of the writer as soon as that is acknowledged. */
export function connectReader(file: string): Connection {
  try {
    return openReader(file);
  } catch (error) {
    // Reading a WAL file needs an index beside it, which cannot be made where the folder is read-only. With no log waiting
    // there the file holds everything and cannot change, so a copy of it in memory serves.
    if (!(error instanceof Database.SqliteError) || !/^SQLITE_(CANTOPEN|READONLY)/.test(error.code)) throw error;
    if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0 || mayAccess(dirname(file), constants.W_OK) || !mayAccess(file, constants.R_OK)) throw error;
    return openReader(withoutLog(readFileSync(file)));
  }
}

function openReader(source: string | Buffer): Connection {
  const database = new Database(source, { readonly: true, fileMustExist: true, timeout: defaultBusyTimeoutMs });
  return configured(database, () => {
    settle(database, 'query_only', 1);
    // Opening does not look at the file; this does.
    database.pragma('user_version');
  });
}

/** The image of a database with its header saying that it is written through a rollback journal (bytes 18 and 19). */
function withoutLog(image: Buffer): Buffer {
  return image.fill(1, 18, 20);
}

function mayAccess(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

function configured(database: Connection, configure: () => void): Connection {
  try {
    settle(database, 'trusted_schema', 0);
    configure();
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Sets a pragma and makes sure that it took: SQLite ignores what it does not know or cannot do. */
function settle(database: Connection, name: string, wanted: string | number): void {
  database.pragma(`${name} = ${wanted}`);
  const actual: unknown = database.pragma(name, { simple: true });
  if (actual !== wanted) throw new Error(`pragma ${name} is ${String(actual)}, wanted ${wanted}`);
}
