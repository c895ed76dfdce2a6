import { availableParallelism, totalmem } from 'node:os';
import type { AppInfo } from '../../shared/contract/app.ts';
import { alertsHandlers } from '../api/alerts.ts';
import { analyzeHandlers } from '../api/analyze/analyze.ts';
import { universeTask } from '../api/analyze/universe-task.ts';
import { askHandlers } from '../api/ask.ts';
import { barsHandlers } from '../api/bars.ts';
import { cacheHandlers } from '../api/cache.ts';
import { chanHandlers } from '../api/chan.ts';
import { companyHandlers } from '../api/company.ts';
import { dbHandlers } from '../api/db.ts';
import { filesHandlers } from '../api/files.ts';
import type { Handlers } from '../api/handlers.ts';
import { importHandlers } from '../api/imports.ts';
import { jobsHandlers } from '../api/jobs.ts';
import { modelsHandlers } from '../api/models.ts';
import { networkHandlers } from '../api/network.ts';
import { newsHandlers } from '../api/news.ts';
import { portfoliosHandlers } from '../api/portfolios/portfolios.ts';
import { quotesHandlers } from '../api/quotes.ts';
import { refreshHandlers } from '../api/refresh.ts';
import { reportsHandlers } from '../api/reports.ts';
import { settingsHandlers } from '../api/settings.ts';
import { sourcesHandlers } from '../api/sources.ts';
import { symbolsHandlers } from '../api/symbols.ts';
import { tasksHandlers } from '../api/tasks.ts';
import { universeHandlers } from '../api/universe.ts';
import { watchlistsHandlers } from '../api/watchlists/watchlists.ts';
import type { FileTokens } from '../files/file-tokens.ts';
import { proposeProfile } from '../machine-profile.ts';
import type { Ports } from '../ports.ts';
import { threadsFor } from '../threads-for.ts';
import { watchedSymbols } from '../watched-symbols.ts';
import type { FetchedFacts } from './fetched-facts.ts';
import type { News } from './open-news.ts';
import type { Schedule } from './open-schedule.ts';
import type { Services } from './open-services.ts';

interface HandlerParts {
  readonly services: Services;
  readonly facts: FetchedFacts;
  readonly news: News;
  readonly schedule: Schedule;
  readonly files: FileTokens;
  /** Opens this workspace anew from a backup. */
  readonly restore: (backup: string) => Promise<AppInfo>;
}

type WorkspaceHandlers = Omit<Handlers, 'app.info' | 'app.health' | 'workspace.open'>;

/** The methods that answer about an open workspace. */
export function openHandlers(ports: Ports, { services, facts, news, schedule, files, restore }: HandlerParts): WorkspaceHandlers {
  const { clock, secrets, dialogs, power } = ports;
  const { demo, file, store, rulesByMic, tasks, events, settingSources, settings, profile, http, sources, cache, refresher, from, universe, chanLog, alerts } = services;
  const { scheduler } = schedule;
  const { resources } = ports.paths;
  const emit = events.emit.bind(events);
  const watched = (watchlist: string | null): readonly string[] => watchedSymbols(store.read, watchlist);
  const cores = availableParallelism();
  return {
    ...settingsHandlers(store, settingSources, emit),
    ...symbolsHandlers(from),
    ...barsHandlers(from),
    ...analyzeHandlers({ ...from, rulesByMic }, (input) =>
      tasks.start('analyze', `${input.part} ${input.set ?? ''}`.trim(), (reporter) =>
        universeTask(input, { file, workerUrl: ports.workerUrl('analysis'), threads: threadsFor(profile.workers, cores) }, reporter)).id),
    ...chanHandlers(from, chanLog),
    ...modelsHandlers(from, universe.ask),
    ...askHandlers(from, universe.ask),
    ...alertsHandlers({ from, clock, emit, look: (symbols) => alerts?.look(symbols) }),
    ...importHandlers({ store, tasks, files, clock, workerUrl: ports.workerUrl('import'), resources, emit }),
    ...newsHandlers({ ...news.services, fetch: news.fetch, tasks, emit }),
    ...universeHandlers(store, universe.ask, tasks, clock),
    ...tasksHandlers(tasks),
    ...filesHandlers(files, dialogs),
    ...reportsHandlers({ from, tasks, files, ports, demo, direction: settings.direction }),
    ...companyHandlers(from, { covers: facts.companies.covers, work: facts.reportsNow }),
    ...portfoliosHandlers({ from, files, clock, emit }),
    ...watchlistsHandlers(store, emit),
    ...networkHandlers(http),
    ...dbHandlers({ store, file, files, clock, keptDays: settings.keptDays, restore }),
    ...jobsHandlers({ scheduler, store, tasks, emit }),
    ...refreshHandlers({ store, refresher, ageOf: from.ageOf, watched }),
    ...sourcesHandlers({ clock, http, sources, listings: facts.listings, store, secrets, settings: settingSources, folder: schedule.folderState }),
    ...cacheHandlers({
      cache, tasks, profile, watched,
      chosenProfile: settings.machineProfile,
      proposal: () => proposeProfile({ cores, memoryBytes: totalmem(), onBattery: power?.onBattery ?? null }),
      warm: facts.warm,
    }),
    ...quotesHandlers(facts.quotes, store.read),
  };
}
