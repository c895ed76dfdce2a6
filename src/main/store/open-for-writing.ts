import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import type { ErrorCode } from '../../shared/error-catalog.ts';
import { dayMs } from '../../shared/time.ts';
import { listBackups } from './backup.ts';
import { connectReader } from './connect.ts';
import { openForReading } from './open-for-reading.ts';
import type { StoreOptions } from './store-options.ts';
import { acquireProfileLock } from './profile-lock.ts';
import type { Store, StoreReader } from './store.ts';
import { storeError } from './store-error.ts';
import { createReader } from './store-reader.ts';
import type { Commit } from './store-operations.ts';
import { compactAll, createWriter } from './store-writer.ts';
import { startWorkerClient, type WorkerClient } from './worker-client.ts';

/** Failures of the surroundings rather than of what was asked: the user is told until a write succeeds again. */
const environmentProblems: readonly ErrorCode[] = ['store.full', 'store.io', 'store.readOnly', 'store.damaged', 'store.busy'];
const idleMs = 2_000;
const checkIntervalMs = 7 * dayMs;

/** Opens a store with its worker; for reading only where the profile cannot be written. */
export async function openForWriting(options: StoreOptions): Promise<Store> {
  const lock = lockProfile(options);
  if (lock === null) return openForReading(options, 'store.readOnly');
  const listeners = new Set<(commit: Commit) => void>();
  let problem: ErrorCode | null = null;
  let damaged = false;
  const noteDamage = (): void => {
    damaged = true;
    problem = 'store.damaged';
  };

  let client: WorkerClient;
  try {
    client = await startWorkerClient({
      url: options.workerUrl,
      setup: { file: options.file, uncleanExit: lock.uncleanExit, restoreFrom: options.restoreFrom ?? null, now: options.clock.now(), limits: options.limits ?? {} },
      clock: options.clock,
      log: options.log,
      onCommit: (commit) => listeners.forEach((listener) => listener(commit)),
    });
  } catch (error) {
    const doubtful = lock.uncleanExit || (error instanceof AppError && error.code === 'store.damaged');
    lock.release(doubtful ? 'suspect' : 'clean');
    if (error instanceof AppError && error.code === 'store.readOnly') return openForReading(options, 'store.readOnly');
    throw error;
  }
  let read: StoreReader;
  try {
    read = createReader(connectReader(options.file), options.log, noteDamage);
  } catch (error) {
    await client.close();
    lock.release('suspect');
    throw storeError(error, options.file);
  }

  let cancelIdle = (): void => undefined;
  const call: WorkerClient['call'] = async (name, given, transfer) => {
    cancelIdle();
    try {
      const value = await client.call(name, given, transfer);
      problem = damaged ? problem : null;
      return value;
    } catch (error) {
      if (error instanceof AppError && environmentProblems.includes(error.code)) {
        problem = error.code;
        damaged ||= error.code === 'store.damaged';
      }
      throw error;
    } finally {
      // Calls overlap: the timer of one that ended earlier must not stay beside this one's.
      cancelIdle();
      cancelIdle = options.clock.after(idleMs, () => void maintain());
    }
  };

  const check = async (ask: WorkerClient['call']): Promise<readonly string[]> => {
    const problems = await ask('check', [options.clock.now()]);
    if (problems.length > 0) {
      noteDamage();
      options.log.error('store.damaged', { problems });
    }
    return problems;
  };
  const write = createWriter(call, { backup: () => call('backup', [options.clock.now()]), check: () => check(call) });
  let closed: Promise<void> | null = null;

  async function maintain(): Promise<void> {
    try {
      await compactAll(client.call);
      if (options.clock.now() - (read.checkedAt() ?? 0) > checkIntervalMs) await check(client.call);
      await client.call('checkpoint', []);
      if (options.clock.now() - (listBackups(options.file)[0]?.at ?? 0) > dayMs) await client.call('backup', [options.clock.now()]);
    } catch (error) {
      options.log.warn('store.maintenance', { message: String(error) });
    }
  }

  async function close(): Promise<void> {
    cancelIdle();
    read.close();
    await client.close();
    lock?.release(damaged ? 'suspect' : 'clean');
  }

  return {
    read,
    write,
    onCommit: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    health: () => ({ problem, recovery: client.recovery, ...fileSizes(options.file) }),
    close: () => (closed ??= close()),
  };
}

function lockProfile({ file, clock }: StoreOptions): ReturnType<typeof acquireProfileLock> {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return acquireProfileLock(file, process.pid, clock.now());
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EROFS')) return null;
    throw storeError(error, file);
  }
}

function fileSizes(file: string): { readonly bytes: number; readonly walBytes: number } {
  const size = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return { bytes: size(file), walBytes: size(`${file}-wal`) };
}
