import { Worker, type TransferListItem } from 'node:worker_threads';
import { AppError } from '../../shared/app-error.ts';
import type { Clock, Log } from '../ports.ts';
import type { StoreSetup } from './prepare-store.ts';
import type { Recovery } from './store.ts';
import type { Answer, Commit, StoreOperations } from './store-operations.ts';
import type { WorkerFailure, WorkerMessage, WorkerRequest } from './worker-protocol.ts';

type Result<Name extends keyof StoreOperations> = Awaited<ReturnType<StoreOperations[Name]>> extends Answer<infer Value> ? Value : never;

/** The store worker as its callers see it: requests are carried out one after another. */
export interface WorkerClient {
  readonly recovery: Recovery | null;
  call<Name extends keyof StoreOperations>(
    name: Name,
    given: Parameters<StoreOperations[Name]>,
    transfer?: readonly TransferListItem[],
  ): Promise<Result<Name>>;
  /** Lets the worker finish what it was asked, checkpoint and end. */
  close(): Promise<void>;
}

export interface WorkerClientOptions {
  readonly url: URL;
  readonly setup: StoreSetup;
  readonly clock: Clock;
  readonly log: Log;
  readonly onCommit: (commit: Commit) => void;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const firstBackoffMs = 100;
const lastBackoffMs = 30_000;

/**
 * Starts the worker; resolves when its store is open. A worker that dies fails what it had been asked and is started again by
 * the next request, not before a pause that doubles with each death.
 */
export async function startWorkerClient({ url, setup, clock, log, onCommit }: WorkerClientOptions): Promise<WorkerClient> {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let deaths = 0;
  let restartAt = 0;
  let closing = false;
  let current: Promise<Running> | null = null;

  interface Running {
    readonly worker: Worker;
    readonly recovery: Recovery | null;
    readonly ended: Promise<void>;
  }

  function start(given: StoreSetup): Promise<Running> {
    const worker = new Worker(url, { workerData: given });
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    const started = new Promise<Running>((resolve, reject) => {
      worker.on('message', (message: WorkerMessage) => {
        if (message.type === 'ready') resolve({ worker, recovery: message.recovery, ended });
        else if (message.type === 'refused') reject(toError(message.failure));
        else settle(message);
      });
      worker.once('error', (error) => log.error('store.worker', { message: String(error) }));
      worker.once('exit', () => {
        if (closing) return;
        reject(new AppError('store.crashed'));
        died();
      });
    });
    current = started;
    return started;
  }

  function settle(message: Extract<WorkerMessage, { readonly id: number }>): void {
    const waiting = pending.get(message.id);
    pending.delete(message.id);
    if (message.type === 'failed') {
      waiting?.reject(toError(message.failure));
      return;
    }
    if (message.answer.commit !== null) onCommit(message.answer.commit);
    waiting?.resolve(message.answer.value);
  }

  function died(): void {
    current = null;
    restartAt = clock.now() + Math.min(lastBackoffMs, firstBackoffMs * 2 ** deaths++);
    const failed = [...pending.values()];
    pending.clear();
    for (const { reject } of failed) reject(new AppError('store.crashed'));
  }

  async function running(): Promise<Worker> {
    if (current === null) {
      if (clock.now() < restartAt) throw new AppError('store.crashed');
      log.warn('store.worker-restart', { deaths });
      start({ ...setup, uncleanExit: true, restoreFrom: null, now: clock.now() });
    }
    if (current === null) throw new AppError('store.crashed');
    return (await current).worker;
  }

  async function ask<Name extends keyof StoreOperations>(
    name: Name,
    given: Parameters<StoreOperations[Name]>,
    transfer: readonly TransferListItem[],
  ): Promise<Result<Name>> {
    const worker = await running();
    const id = nextId++;
    const answered = new Promise<unknown>((resolve, reject) => pending.set(id, { resolve, reject }));
    const request: WorkerRequest = { type: 'call', id, name, given };
    worker.postMessage(request, transfer);
    // The worker answers with what the operation of this name answers.
    return (await answered) as Result<Name>;
  }

  const underWay = new Set<Promise<unknown>>();
  const first = await start(setup);
  return {
    recovery: first.recovery,
    call: (name, given, transfer = []) => {
      if (closing) return Promise.reject(new AppError('app.closing'));
      const asked = ask(name, given, transfer);
      underWay.add(asked);
      const forget = (): void => void underWay.delete(asked);
      asked.then(forget, forget);
      return asked;
    },
    close: async () => {
      closing = true;
      await Promise.allSettled(underWay);
      if (current === null) return;
      const { worker, ended } = await current;
      const request: WorkerRequest = { type: 'close' };
      worker.postMessage(request, []);
      await ended;
    },
  };
}

function toError(failure: WorkerFailure): Error {
  if (failure.kind === 'app') return new AppError(failure.error.code, failure.error.params);
  const bug = new Error(failure.message);
  bug.stack = failure.stack;
  return bug;
}
