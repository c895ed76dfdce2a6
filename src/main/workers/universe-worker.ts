import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/app-error.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { loadCalendars } from '../calendars/load-calendars.ts';
import { loadMarketRules } from '../market-rules/load-market-rules.ts';
import { nodeClock } from '../node/node-clock.ts';
import { openStore } from '../store/open-store.ts';
import { answerUniverse } from '../universe/universe-answers.ts';
import { createUniverseDesk } from '../universe/universe-desk.ts';
import type { UniverseQuestion, UniverseReply, UniverseWorkerData } from '../universe/universe-protocol.ts';

/** The universe worker: holds the bars of all symbols and answers questions about them one after another, until it is told to end. */
if (parentPort === null) throw new Error('universe-worker runs as a worker thread');
const port = parentPort;
// Started by `createUniverseClient` alone.
const { file, resources } = workerData as UniverseWorkerData;
const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

let language: Language = 'en';
const store = await openStore({ file, mode: 'read', clock: nodeClock, log: silentLog, workerUrl: new URL(import.meta.url) });
const desk = createUniverseDesk(store.read, loadCalendars(resources), loadMarketRules(resources), () => language);

port.on('message', (message: UniverseQuestion | 'end') => {
  if (message === 'end') {
    port.close();
    void store.close();
    return;
  }
  port.postMessage(reply(message), []);
});

function reply({ id, method, input, ...question }: UniverseQuestion): UniverseReply {
  language = question.language;
  try {
    // The client's types tie the input to the method.
    return { id, ok: true, answer: answerUniverse(desk, method, input as never) };
  } catch (error) {
    const known = error instanceof AppError ? error.toReply() : null;
    return { id, ok: false, error: known, text: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
