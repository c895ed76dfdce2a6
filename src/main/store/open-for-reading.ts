import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/app-error.ts';
import type { ErrorCode } from '../../shared/error-catalog.ts';
import { connectReader, type Connection } from './connect.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { headVersion, migrations } from './migrations/migrations.ts';
import type { StoreOptions } from './open-store.ts';
import { acquireProfileLock } from './profile-lock.ts';
import { refusingWriter } from './refusing-writer.ts';
import type { Store } from './store.ts';
import { storeError } from './store-error.ts';
import { createReader } from './store-reader.ts';

/** A store whose every write is refused with `refusal`. Where there is no file yet it reads as an empty store. */
export async function openForReading(options: StoreOptions, refusal: 'store.readMode' | 'store.readOnly'): Promise<Store> {
  const { file, log } = options;
  let problem: ErrorCode | null = refusal === 'store.readOnly' ? refusal : null;
  const database = await connect(options);
  const read = createReader(database, log, () => (problem = 'store.damaged'));
  return {
    read,
    write: refusingWriter(() => new AppError(refusal, { file })),
    onCommit: () => () => undefined,
    health: () => ({ problem, recovery: null, bytes: statSync(file, { throwIfNoEntry: false })?.size ?? 0, walBytes: 0 }),
    close: async () => read.close(),
  };
}

async function connect(options: StoreOptions): Promise<Connection> {
  if (!existsSync(options.file)) return emptyStore();
  const database = tryConnect(options.file);
  const version = schemaVersion(database);
  if (version === headVersion) return database;
  database.close();
  if (version > headVersion) throw new AppError('store.newer', { file: options.file, found: version, known: headVersion });
  await bringUpToDate(options);
  return tryConnect(options.file);
}

function emptyStore(): Connection {
  const database = new Database(':memory:');
  migrate(database, migrations);
  database.pragma('query_only = 1');
  return database;
}

function tryConnect(file: string): Connection {
  try {
    return connectReader(file);
  } catch (error) {
    throw storeError(error, file);
  }
}

/** A store of an older build is migrated before it is read, which takes the profile's lock for a moment. */
async function bringUpToDate({ file, clock, limits = {} }: StoreOptions): Promise<void> {
  const lock = acquireProfileLock(file, process.pid, clock.now());
  if (lock === null) throw new AppError('store.outdated', { file });
  try {
    const { prepareStore } = await import('./prepare-store.ts');
    (await prepareStore({ file, uncleanExit: lock.uncleanExit, restoreFrom: null, now: clock.now(), limits })).database.close();
  } catch (error) {
    lock.release('suspect');
    throw storeError(error, file);
  }
  lock.release('clean');
}
