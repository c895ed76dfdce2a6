import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { AppError } from '../../shared/app-error.ts';
import { controlCell, type UniverseWorkerData, type UniverseWorkerMessage } from './universe-worker-protocol.ts';
import type { UniverseWorkName, WorkPlan, WorkResult, WorkSummary } from './universe-works.ts';

export interface UniverseWorkRequest<Name extends UniverseWorkName> {
  readonly name: Name;
  readonly plan: WorkPlan<Name>;
  /** The store's file: threads read it through connections of their own, so no bar passes through this thread. */
  readonly file: string;
  /** `ports.workerUrl('analysis')`. */
  readonly workerUrl: URL;
  /** Ends the work at the next turn of each thread. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
  readonly threads: number;
}

interface UniverseWorkAnswer<Name extends UniverseWorkName> {
  readonly summary: WorkSummary<Name>;
  /** By item. */
  readonly results: WorkResult<Name>[];
}

/**
 * Runs a work over many symbols in worker threads, e.g. inside a task:
 * `tasks.start('scan', subject, ({ signal, progress }) => runUniverseWork({ name, plan, file, workerUrl, threads, signal, onProgress: progress }))`.
 * The first thread reads the store and hands shared columns to the others; each takes the next few symbols until none are left. This
 * thread only gathers results. Throws the signal's reason when aborted, the worker's `AppError`, and `analysis.stopped` when a thread
 * dies (out of memory, say): that fails this work alone.
 */
export async function runUniverseWork<Name extends UniverseWorkName>(request: UniverseWorkRequest<Name>): Promise<UniverseWorkAnswer<Name>> {
  const { name, plan, file, workerUrl, signal, onProgress, threads } = request;
  signal.throwIfAborted();
  const control = new Int32Array(new SharedArrayBuffer(8));
  const results: WorkResult<Name>[] = [];
  let summary: { readonly value: unknown } | null = null;
  let failure: Error | null = null;
  let [done, total] = [0, 0];
  const stop = (): void => void Atomics.store(control, controlCell.stop, 1);
  const fail = (error: Error): void => {
    failure ??= error;
    stop();
  };

  const hear = (message: UniverseWorkerMessage): void => {
    if (message.kind === 'failed') fail(message.error === null ? new Error(message.text) : new AppError(message.error.code, message.error.params));
    if (message.kind === 'prepared') {
      summary = { value: message.summary };
      total = message.count;
      results.length = total;
      onProgress(0, total);
    }
    if (message.kind === 'results') {
      // The worker ran the work of this name, whose results these are.
      for (const [index, result] of message.results.entries()) results[message.first + index] = result as WorkResult<Name>;
      done += message.results.length;
      onProgress(done, total);
    }
  };

  const start = (data: Pick<UniverseWorkerData, 'helpers' | 'from'>, ports: MessagePort[]): Promise<void> =>
    new Promise((resolve) => {
      const workerData: UniverseWorkerData = { file, name, plan, control, ...data };
      const worker = new Worker(workerUrl, { workerData, transferList: ports });
      worker.on('message', hear);
      worker.on('error', (error) => fail(new AppError('analysis.stopped', { problem: error.message }, { cause: error })));
      worker.on('exit', (code) => {
        if (code !== 0) fail(new AppError('analysis.stopped', { problem: `exit ${code}` }));
        resolve();
      });
    });

  signal.addEventListener('abort', stop, { once: true });
  try {
    const channels = Array.from({ length: threads - 1 }, () => new MessageChannel());
    const helpers = channels.map(({ port1 }) => port1);
    await Promise.all([start({ helpers, from: null }, helpers), ...channels.map(({ port2 }) => start({ helpers: [], from: port2 }, [port2]))]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  if (failure !== null) throw failure;
  if (summary === null || done !== total) throw new AppError('analysis.stopped', { problem: `${done}/${total}` });
  return { summary: (summary as { value: WorkSummary<Name> }).value, results };
}
