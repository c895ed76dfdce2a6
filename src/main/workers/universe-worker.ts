import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/app-error.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { loadCalendars } from '../calendars/load-calendars.ts';
import { loadMarketRules } from '../market-rules/load-market-rules.ts';
import { nodeClock } from '../node/node-clock.ts';
import { openStore } from '../store/open-store.ts';
import { answerUniverse } from '../universe/universe-answers.ts';
import { createUniverseDesk } from '../universe/universe-desk.ts';
import type { UniverseOrder, UniverseQuestion, UniverseReply, UniverseWorkerData } from '../universe/universe-protocol.ts';

/** The universe worker: holds the bars of all symbols and answers questions about them, until it is told to end. A long one lets others pass. */
if (parentPort === null) throw new Error('universe-worker runs as a worker thread');
const port = parentPort;
// Started by `createUniverseClient` alone.
const { file, resources } = workerData as UniverseWorkerData;
const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

let language: Language = 'en';
const store = await openStore({ file, mode: 'read', clock: nodeClock, log: silentLog, workerUrl: new URL(import.meta.url) });
const desk = createUniverseDesk(store.read, loadCalendars(resources), loadMarketRules(resources), () => language);

const asked = new Map<number, AbortController>();

port.on('message', (order: UniverseOrder) => {
  if (order === 'end') void end();
  else if ('cancel' in order) asked.get(order.cancel)?.abort(new AppError('app.cancelled'));
  else void answer(order);
});

async function answer({ id, method, input, ...question }: UniverseQuestion): Promise<void> {
  language = question.language;
  const controller = new AbortController();
  asked.set(id, controller);
  const watch = { signal: controller.signal, progress: (done: number, total: number) => send({ id, ok: null, done, total }) };
  try {
    // The client's types tie the input to the method.
    send({ id, ok: true, answer: await answerUniverse(desk, method, input as never, watch) });
  } catch (error) {
    const known = error instanceof AppError ? error.toReply() : null;
    send({ id, ok: false, error: known, text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  asked.delete(id);
}

function send(reply: UniverseReply): void {
  port.postMessage(reply, []);
}

async function end(): Promise<void> {
  for (const controller of asked.values()) controller.abort(new AppError('app.closing'));
  port.close();
  await store.close();
}
