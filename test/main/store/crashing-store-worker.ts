import { parentPort } from 'node:worker_threads';
import type { WorkerRequest } from '../../../src/main/store/worker-protocol.ts';

/** The store worker, but it dies when it is asked to save the setting `crash`. */
parentPort?.on('message', (request: WorkerRequest) => {
  if (request.type === 'call' && request.name === 'setSetting' && request.given[0] === 'crash') process.exit(1);
});
await import('../../../src/main/workers/store-worker.ts');
