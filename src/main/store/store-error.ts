import Database from 'better-sqlite3';
import { AppError } from '../../shared/app-error.ts';
import type { ErrorCode } from '../../shared/error-catalog.ts';

/** SQLite's result codes that the user can do something about; extended codes count as the one they extend. */
const codes: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'store.full'],
  ['SQLITE_BUSY', 'store.busy'],
  ['SQLITE_LOCKED', 'store.busy'],
  ['SQLITE_READONLY', 'store.readOnly'],
  ['SQLITE_CORRUPT', 'store.damaged'],
  ['SQLITE_NOTADB', 'store.damaged'],
  ['SQLITE_IOERR', 'store.io'],
  ['SQLITE_CANTOPEN', 'store.unreadable'],
  ['SQLITE_PERM', 'store.unreadable'],
];

/** An error of SQLite as one for the user; anything else, which is a bug, stays as it is. */
export function storeError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const known = codes.find(([prefix]) => error.code.startsWith(prefix));
  return known === undefined ? error : new AppError(known[1], { file, part: error.message, detail: error.code }, { cause: error });
}
