import { rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

const schemaVersion = 2;
const schema = `
CREATE TABLE entry (
  region TEXT NOT NULL,
  key TEXT NOT NULL,
  symbol TEXT,
  json TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  source TEXT NOT NULL,
  fetched_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (region, key)
) STRICT;
CREATE INDEX entry_symbol ON entry (symbol);
CREATE INDEX entry_expiry ON entry (expires_at);
CREATE INDEX entry_fetched ON entry (fetched_at);
`;
/** The network ledger, which came with the second version. */
const ledger = `
CREATE TABLE request (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  host TEXT NOT NULL,
  path TEXT NOT NULL,
  status INTEGER,
  bytes INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  outcome TEXT NOT NULL
) STRICT;
`;

/**
 * Opens the cache's database: a file of its own beside the workspace, for what can be fetched again has no place in backups, and no fsync
 * waits for it. One that is not ours or damaged is made anew.
 */
export function openCacheDatabase(file: string, access: 'read' | 'write'): Database.Database {
  if (access === 'read') return open(file, { readonly: true, fileMustExist: true });
  // A log that was left behind tells of an end without a close, perhaps of the whole machine.
  const unclean = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  try {
    return open(file, {}, unclean);
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !/^SQLITE_(NOTADB|CORRUPT|ERROR|MISMATCH)/.test(error.code)) throw error;
    for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
    return open(file, {});
  }
}

function open(file: string, options: Database.Options, thorough = false): Database.Database {
  const database = new Database(file, { timeout: 50, ...options });
  try {
    database.pragma('trusted_schema = 0');
    const version = Number(database.pragma('user_version', { simple: true }));
    if (options.readonly !== true) {
      database.pragma('auto_vacuum = incremental');
      database.pragma('journal_mode = wal');
      // What can be fetched again waits for no disk: the thread that asks is the one that shows the window.
      database.pragma('synchronous = off');
      database.pragma('journal_size_limit = 1048576');
      if (version < schemaVersion) database.transaction(() => database.exec(`${version === 0 ? schema : ''}${ledger}PRAGMA user_version = ${schemaVersion};`)).immediate();
    }
    if (thorough && database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Database.SqliteError('the cache is damaged', 'SQLITE_CORRUPT');
    if (version > schemaVersion) throw new Database.SqliteError('the cache is of another version', 'SQLITE_MISMATCH');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
