import Database from 'better-sqlite3';
import { AppError } from '../../shared/app-error.ts';
import type { UtcMs } from '../../shared/time.ts';

/** The right to write a profile, held by one process at a time. */
export interface ProfileLock {
  /** Whether the process that held it before ended without releasing it. */
  readonly uncleanExit: boolean;
  /** Gives the right back. A store in doubt is marked so, and the next opening checks it. */
  release(state: 'clean' | 'suspect'): void;
}

/**
 * Takes the lock of a store file or throws `store.locked` naming the holder; null where the folder cannot be written.
 *
 * The lock is SQLite's own on a small database beside the store, so it works the same on every system and dies with its process:
 * a kill leaves no stale lock. A reserved lock still lets others read the row that says who holds it. Nothing else in this
 * process may open the file: on POSIX systems closing any descriptor of a file drops all of the process's locks on it.
 */
export function acquireProfileLock(file: string, pid: number, now: UtcMs): ProfileLock | null {
  const database = openLock(`${file}.lock`);
  if (database === null) return null;
  try {
    database.exec('BEGIN IMMEDIATE');
    database.exec('CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY CHECK (id = 1), pid INTEGER NOT NULL, since INTEGER NOT NULL, clean INTEGER NOT NULL) STRICT');
    const uncleanExit = database.prepare('SELECT clean FROM holder').pluck().get() === 0;
    database.prepare('INSERT OR REPLACE INTO holder (id, pid, since, clean) VALUES (1, ?, ?, 0)').run(pid, now);
    database.exec('COMMIT');
    database.exec('BEGIN IMMEDIATE');
    return { uncleanExit, release: (state) => release(database, state) };
  } catch (error) {
    const refusal = refusalOf(error, database);
    database.close();
    if (refusal === null) return null;
    throw refusal;
  }
}

function openLock(file: string): Database.Database | null {
  try {
    return new Database(file, { timeout: 0 });
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CANTOPEN')) return null;
    throw error;
  }
}

function release(database: Database.Database, state: 'clean' | 'suspect'): void {
  database.prepare('UPDATE holder SET clean = ?').run(state === 'clean' ? 1 : 0);
  database.exec('COMMIT');
  database.close();
}

/** What to throw; null where the folder is read-only. */
function refusalOf(error: unknown, database: Database.Database): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code.startsWith('SQLITE_BUSY')) return new AppError('store.locked', { pid: holderOf(database) });
  return error.code.startsWith('SQLITE_READONLY') || error.code.startsWith('SQLITE_CANTOPEN') ? null : error;
}

function holderOf(database: Database.Database): number {
  // A holder that is just starting has not written its row yet.
  const exists = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'holder'").get() !== undefined;
  const pid = exists ? database.prepare<[], number>('SELECT pid FROM holder').pluck().get() : undefined;
  return pid ?? 0;
}
