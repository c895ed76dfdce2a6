import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/app-error.ts';
import type { ImportMessage, ImportWorkerData } from './import-messages.ts';

/** A running import worker as a stream of its messages; leaving the loop ends the thread. Errors of the worker are thrown here. */
export async function* importWorkerMessages(workerUrl: URL, data: ImportWorkerData, signal: AbortSignal | null): AsyncGenerator<ImportMessage, void, 'next' | undefined> {
  const worker = new Worker(workerUrl, { workerData: data });
  const queue: ImportMessage[] = [];
  let ended: unknown = null;
  let wake: (() => void) | null = null;
  const stir = (): void => wake?.();
  worker.on('message', (message: ImportMessage) => {
    queue.push(message);
    stir();
  });
  const end = (reason: unknown): void => {
    ended ??= reason;
    stir();
  };
  worker.on('error', end);
  const exited = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      end('exit');
      resolve();
    });
  });
  const abort = (): void => end(new AppError('app.cancelled'));
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted === true) abort();
  try {
    for (;;) {
      if (ended !== null && ended !== 'exit') throw ended;
      const message = queue.shift();
      if (message === undefined) {
        if (ended !== null) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if (message.kind === 'failed') {
        if (message.error !== null) throw new AppError(message.error.code, message.error.params);
        throw new Error(message.text);
      }
      const answer = yield message;
      if (answer === 'next') worker.postMessage('next', []);
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    // Ended by message and at a turn of its own: ending a thread from outside while it works can crash the whole process.
    worker.postMessage('stop', []);
    await exited;
  }
}
