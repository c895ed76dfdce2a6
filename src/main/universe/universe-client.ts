import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/app-error.ts';
import type { Language } from '../../shared/i18n/language.ts';
import type { Clock } from '../ports.ts';
import type { AskUniverse } from './universe-answers.ts';
import type { UniverseQuestion, UniverseReply, UniverseWorkerData } from './universe-protocol.ts';

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
  const pending = new Map<number, { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void }>();
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
    ending?.worker.postMessage('end', []);
    await ending?.ended;
  }

  return {
    ask: (method, input) =>
      new Promise((resolve, reject) => {
        cancelIdle();
        const id = nextId;
        nextId += 1;
        pending.set(id, { resolve, reject });
        const question: UniverseQuestion = { id, language: language(), method, input };
        (running?.worker ?? start()).postMessage(question, []);
      }),
    close: end,
  };
}
