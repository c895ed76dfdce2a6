import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/app-error.ts';
import type { Language } from '../../shared/i18n/language.ts';
import type { Clock } from '../ports.ts';
import type { Watch } from './in-portions.ts';
import type { AskUniverse } from './universe-answers.ts';
import type { UniverseOrder, UniverseQuestion, UniverseReply, UniverseWorkerData } from './universe-protocol.ts';

/** A universe that is asked in a thread of its own. */
export interface UniverseClient {
  readonly ask: AskUniverse;
  /** Ends the worker; what it was asked fails. */
  close(): Promise<void>;
}

/** After so long without a question the worker ends and gives its memory back. */
const idleMs = 5 * 60_000;

/**
 * Starts the universe worker with the first question and ends it when none has come for a while. A worker that dies (out of memory,
 * say) fails what it had been asked with `analysis.stopped`, and the next question starts another.
 */
export function createUniverseClient(url: URL, data: UniverseWorkerData, clock: Clock, language: () => Language): UniverseClient {
  const pending = new Map<number, { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void; readonly progress: Watch['progress'] | undefined }>();
  let running: { readonly worker: Worker; readonly ended: Promise<void> } | null = null;
  let nextId = 1;
  let cancelIdle: () => void = () => undefined;

  function start(): Worker {
    const worker = new Worker(url, { workerData: data });
    const ended = new Promise<void>((resolve) => {
      let cause: Error | null = null;
      worker.on('error', (error) => (cause = error));
      worker.on('exit', (code) => {
        if (running?.worker === worker) running = null;
        fail(new AppError('analysis.stopped', { problem: cause?.message ?? `exit ${code}` }, { cause }));
        resolve();
      });
    });
    worker.on('message', (reply: UniverseReply) => {
      const waiting = pending.get(reply.id);
      if (reply.ok === null) {
        waiting?.progress?.(reply.done, reply.total);
        return;
      }
      pending.delete(reply.id);
      if (reply.ok) waiting?.resolve(reply.answer as never);
      else waiting?.reject(reply.error === null ? new Error(reply.text) : new AppError(reply.error.code, reply.error.params));
      if (pending.size === 0) cancelIdle = clock.after(idleMs, () => void end());
    });
    running = { worker, ended };
    return worker;
  }

  function fail(error: Error): void {
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  }

  async function end(): Promise<void> {
    cancelIdle();
    const ending = running;
    running = null;
    if (ending !== null) tell(ending.worker, 'end');
    await ending?.ended;
  }

  return {
    ask: (method, input, watch) =>
      new Promise((resolve, reject) => {
        watch?.signal.throwIfAborted();
        cancelIdle();
        const id = nextId;
        nextId += 1;
        pending.set(id, { resolve, reject, progress: watch?.progress });
        const question: UniverseQuestion = { id, language: language(), method, input };
        const worker = running?.worker ?? start();
        tell(worker, question);
        const cancel = (): void => {
          tell(worker, { cancel: id });
          // Whoever cancelled is not kept waiting for the next rest, nor handed an answer that was already under way.
          reject(watch?.signal.reason as Error);
        };
        watch?.signal.addEventListener('abort', cancel, { once: true });
      }),
    close: end,
  };
}

function tell(worker: Worker, order: UniverseOrder): void {
  worker.postMessage(order, []);
}
