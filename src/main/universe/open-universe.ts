import type { Language } from '../../shared/i18n/language.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import type { MarketRulesByMic } from '../market-rules/load-market-rules.ts';
import type { Ports } from '../ports.ts';
import { unwatched } from './in-portions.ts';
import type { Store } from '../store/store.ts';
import { createUniverseClient, type UniverseClient } from './universe-client.ts';

/** Asks the universe in a worker, so that the main thread stays free; on the command line, where nobody waits, in this thread. */
export function openUniverse(ports: Ports, file: string, store: Store, calendarById: CalendarById, rulesByMic: MarketRulesByMic, language: () => Language): UniverseClient {
  if (ports.host !== 'cli') return createUniverseClient(ports.workerUrl('universe'), { file, resources: ports.paths.resources }, ports.clock, language);
  let desk: Promise<UniverseClient['ask']> | null = null;
  // Loaded with the first question: other commands start without it.
  const load = async (): Promise<UniverseClient['ask']> => {
    const [{ answerUniverse }, { createUniverseDesk }] = await Promise.all([import('./universe-answers.ts'), import('./universe-desk.ts')]);
    const opened = createUniverseDesk(store.read, calendarById, rulesByMic, language);
    return (method, input, watch = unwatched) => answerUniverse(opened, method, input, watch);
  };
  return { ask: async (...question) => (await (desk ??= load()))(...question), close: async () => undefined };
}
