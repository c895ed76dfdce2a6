import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/app-error.ts';
import type { ErrorCode } from '../../shared/error-catalog.ts';
import { connectReader, type Connection } from './connect.ts';
import { applicationId, migrate, schemaVersion } from './migrate.ts';
import { headVersion, migrations } from './migrations/migrations.ts';
import type { StoreOptions } from './store-options.ts';
import { acquireProfileLock } from './profile-lock.ts';
import { refusingWriter } from './refusing-writer.ts';
import type { Recovery, Store } from './store.ts';
import { storeError } from './store-error.ts';
import { createReader } from './store-reader.ts';

/** A store whose every write is refused with `refusal`. Where there is no file yet it reads as an empty store. */
export async function openForReading(options: StoreOptions, refusal: 'store.readMode' | 'store.readOnly'): Promise<Store> {
  const { file, log } = options;
  let problem: ErrorCode | null = refusal === 'store.readOnly' ? refusal : null;
  const { database, recovery } = await connect(options);
  const read = createReader(database, log, () => (problem = 'store.damaged'));
  return {
    read,
    write: refusingWriter(() => new AppError(refusal, { file })),
    onCommit: () => () => undefined,
    health: () => ({ problem, recovery, bytes: statSync(file, { throwIfNoEntry: false })?.size ?? 0, walBytes: 0 }),
    close: async () => read.close(),
  };
}

interface Connected {
  readonly database: Connection;
  readonly recovery: Recovery | null;
}

async function connect(options: StoreOptions): Promise<Connected> {
  if (!existsSync(options.file)) return { database: emptyStore(), recovery: null };
  const database = connectIfCurrent(options.file);
  if (database !== null) return { database, recovery: null };
  const recovery = await makeCurrent(options);
  return { database: connectReader(options.file), recovery };
}

/** Null for a store that has to be repaired or brought up to date before it can be read. */
function connectIfCurrent(file: string): Connection | null {
  try {
    const database = connectReader(file);
    const version = schemaVersion(database);
    if (version === headVersion && database.pragma('application_id', { simple: true }) === applicationId) return database;
    database.close();
    if (version > headVersion) throw new AppError('store.newer', { file, found: version, known: headVersion });
    return null;
  } catch (error) {
    const known = storeError(error, file);
    if (known instanceof AppError && known.code === 'store.damaged') return null;
    throw known;
  }
}

/** Repairs or migrates a store as opening it for writing would, which takes the profile's lock for a moment. */
async function makeCurrent({ file, clock, limits = {} }: StoreOptions): Promise<Recovery | null> {
  const lock = acquireProfileLock(file, process.pid, clock.now());
  if (lock === null) throw new AppError('store.outdated', { file });
  let clean = false;
  try {
    const { prepareStore } = await import('./prepare-store.ts');
    const { database, recovery } = await prepareStore({ file, uncleanExit: lock.uncleanExit, restoreFrom: null, now: clock.now(), limits });
    database.close();
    clean = true;
    return recovery;
  } catch (error) {
    throw storeError(error, file);
  } finally {
    lock.release(clean ? 'clean' : 'suspect');
  }
}

function emptyStore(): Connection {
  const database = new Database(':memory:');
  migrate(database, migrations);
  database.pragma('query_only = 1');
  return database;
}
