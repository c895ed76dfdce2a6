import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { AppError } from '../../shared/app-error.ts';
import { nodeClock } from '../node/node-clock.ts';
import { openStore } from '../store/open-store.ts';
import type { UniverseWork } from '../universe-work/universe-work.ts';
import { controlCell, type HandedWork, type UniverseWorkerData, type UniverseWorkerMessage } from '../universe-work/universe-worker-protocol.ts';
import { universeWorks } from '../universe-work/universe-works.ts';

/** One thread of a work over many symbols. It ends by itself: when the items are done, when it is told to stop, or with an error. */
if (parentPort === null) throw new Error('analysis-worker runs as a worker thread');
const port = parentPort;
// Started by `runUniverseWork` alone.
const { file, name, plan, control, helpers, from } = workerData as UniverseWorkerData;

/** Items between two looks at whether to stop, and in one message. */
const itemsPerTurn = 16;
const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

const send = (message: UniverseWorkerMessage): void => port.postMessage(message, []);
const isStopped = (): boolean => Atomics.load(control, controlCell.stop) !== 0;

async function prepare(work: UniverseWork<unknown, unknown, unknown, unknown>): Promise<HandedWork | null> {
  try {
    const store = await openStore({ file, mode: 'read', clock: nodeClock, log: silentLog, workerUrl: new URL(import.meta.url) });
    try {
      const { shared, summary, count } = work.prepare(plan, store.read);
      const handed = { shared, count };
      for (const helper of helpers) helper.postMessage(handed, []);
      send({ kind: 'prepared', summary, count });
      return handed;
    } finally {
      await store.close();
    }
  } finally {
    for (const helper of helpers) helper.close();
  }
}

/** What the preparing thread hands over; null when it ended without. */
function handed(waiting: MessagePort): Promise<HandedWork | null> {
  return new Promise((resolve) => {
    waiting.once('message', (message: HandedWork) => {
      resolve(message);
      waiting.close();
    });
    waiting.once('close', () => resolve(null));
  });
}

try {
  // Name and plan were tied together by the caller's types.
  const work = (await universeWorks[name]()) as UniverseWork<unknown, unknown, unknown, unknown>;
  const given = from === null ? await prepare(work) : await handed(from);
  if (given !== null && given.count > 0 && !isStopped()) {
    const run = work.open(plan, given.shared);
    for (;;) {
      const first = Atomics.add(control, controlCell.next, itemsPerTurn);
      if (first >= given.count || isStopped()) break;
      send({ kind: 'results', first, results: run(first, Math.min(first + itemsPerTurn, given.count)) });
    }
  }
} catch (error) {
  const known = error instanceof AppError ? error.toReply() : null;
  send({ kind: 'failed', error: known, text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
port.close();
