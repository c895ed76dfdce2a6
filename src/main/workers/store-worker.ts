import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/app-error.ts';
import { prepareStore, type PreparedStore, type StoreSetup } from '../store/prepare-store.ts';
import { storeError } from '../store/store-error.ts';
import { storeOperations, type Answer } from '../store/store-operations.ts';
import type { WorkerFailure, WorkerMessage, WorkerRequest } from '../store/worker-protocol.ts';

/** The store worker: the only writing connection of a profile. It ends by message, never by being terminated. */
if (parentPort === null) throw new Error('store-worker runs as a worker thread');
const port = parentPort;
// Started by `startWorkerClient` alone.
const setup = workerData as StoreSetup;

const send = (message: WorkerMessage): void => port.postMessage(message);

function toFailure(thrown: unknown): WorkerFailure {
  const error = storeError(thrown, setup.file);
  if (error instanceof AppError) return { kind: 'app', error: error.toReply() };
  return error instanceof Error
    ? { kind: 'bug', message: error.message, stack: error.stack ?? '' }
    : { kind: 'bug', message: String(error), stack: '' };
}

function serve({ database, recovery }: PreparedStore): void {
  const operations = storeOperations(database);
  let last: Promise<void> = Promise.resolve();
  let lastBackup: Promise<void> = Promise.resolve();
  port.on('message', (request: WorkerRequest) => {
    // A backup goes in steps between which other requests pass: the copy takes in what they write. Two at once would write one file.
    if (request.type === 'call' && request.name === 'backup') lastBackup = lastBackup.then(() => handle(request));
    else last = last.then(() => handle(request));
  });
  send({ type: 'ready', recovery });

  async function handle(request: WorkerRequest): Promise<void> {
    if (request.type === 'close') {
      database.close();
      port.close();
      return;
    }
    try {
      // The client's types tie the arguments to the operation.
      const operation = operations[request.name] as (...given: readonly unknown[]) => Answer<unknown> | Promise<Answer<unknown>>;
      send({ type: 'done', id: request.id, answer: await operation(...request.given) });
    } catch (error) {
      send({ type: 'failed', id: request.id, failure: toFailure(error) });
    }
  }
}

let prepared: PreparedStore | null = null;
try {
  prepared = await prepareStore(setup);
} catch (error) {
  send({ type: 'refused', failure: toFailure(error) });
}
if (prepared === null) port.close();
else serve(prepared);

