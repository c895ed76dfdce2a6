import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import type { AppInfo } from '../shared/contract/app.ts';
import type { SettingValue } from '../shared/contract/settings.ts';
import { AppError } from '../shared/app-error.ts';
import { openAlerts } from './alerts/open-alerts.ts';
import { alertsHandlers } from './api/alerts.ts';
import { analyzeHandlers } from './api/analyze/analyze.ts';
import { askHandlers } from './api/ask.ts';
import { barsHandlers, type BarSource } from './api/bars.ts';
import { cacheHandlers } from './api/cache.ts';
import { checkHealth } from './api/check-health.ts';
import { universeTask } from './api/analyze/universe-task.ts';
import { chanHandlers } from './api/chan.ts';
import { companyHandlers } from './api/company.ts';
import { dbHandlers } from './api/db.ts';
import { createDispatch } from './api/dispatch.ts';
import { filesHandlers } from './api/files.ts';
import type { Handlers } from './api/handlers.ts';
import { importHandlers } from './api/imports.ts';
import { jobsHandlers } from './api/jobs.ts';
import { modelsHandlers } from './api/models.ts';
import { networkHandlers } from './api/network.ts';
import { refreshHandlers } from './api/refresh.ts';
import { quotesHandlers } from './api/quotes.ts';
import { reportsHandlers } from './api/reports.ts';
import { createSeriesAge } from './api/series-age.ts';
import { settingsHandlers } from './api/settings.ts';
import { universeHandlers } from './api/universe.ts';
import { sourcesHandlers } from './api/sources.ts';
import { symbolsHandlers } from './api/symbols.ts';
import { tasksHandlers } from './api/tasks.ts';
import { portfoliosHandlers } from './api/portfolios/portfolios.ts';
import { watchlistsHandlers } from './api/watchlists/watchlists.ts';
import type { App } from './app.ts';
import type { EventHub } from './api/event-hub.ts';
import { cacheFile } from './cache/cache-file.ts';
import { ledgerTable } from './cache/ledger-table.ts';
import { openCache } from './cache/open-cache.ts';
import { createCompanyDesk } from './company/company-desk.ts';
import { companyWork } from './company/company-work.ts';
import { listingFetch } from './company/fetch-listings.ts';
import { industryFetch } from './company/fetch-industries.ts';
import { createFlowDesk } from './company/flow-desk.ts';
import { createListingDesk } from './company/listing-desk.ts';
import { flowWork } from './company/flow-work.ts';
import { ChanLogKeeper } from './chan-log/chan-log-keeper.ts';
import { loadCalendars } from './calendars/load-calendars.ts';
import { buildDemo } from './demo/build-demo.ts';
import type { FileTokens } from './files/file-tokens.ts';
import { industryWork } from './jobs/industry-work.ts';
import { quoteWork } from './jobs/quote-work.ts';
import { refreshWork } from './jobs/refresh-work.ts';
import { oneAfterAnother } from './jobs/one-after-another.ts';
import { openJobs } from './jobs/open-jobs.ts';
import { together } from './jobs/together.ts';
import { proposeProfile } from './machine-profile.ts';
import { threadsFor } from './threads-for.ts';
import { machineProfiles } from '../shared/machine-profiles.ts';
import type { Ports } from './ports.ts';
import { feedsSettingKey, parseFeedList } from './news/feed-list.ts';
import type { NewsServices } from './news/fetch-news.ts';
import { joinFetch } from './news/join-fetch.ts';
import type { SymbolWork, WorkDone } from './jobs/job-work.ts';
import { loadNewsWords } from './news/load-news-words.ts';
import { newsHandlers } from './api/news.ts';
import { loadLexicons } from './sentiment/load-lexicons.ts';
import { createQuoteDesk } from './quotes/quote-desk.ts';
import { openHttp } from './providers/open-http.ts';
import { openSources } from './providers/sources.ts';
import { Refresher } from './refresh/refresher.ts';
import { openLiveFolder } from './refresh/live-folder.ts';
import { languageOf, type Language } from '../shared/i18n/language.ts';
import { readSetting, readSettings, type SettingSources } from './settings/settings.ts';
import { openStore } from './store/open-store.ts';
import { loadMarketRules } from './market-rules/load-market-rules.ts';
import { openUniverse } from './universe/open-universe.ts';
import { TaskRunner } from './tasks/task-runner.ts';
import { watchedSymbols } from './watched-symbols.ts';

export interface WorkspaceOptions {
  readonly demo: boolean;
  /** `read` works beside a running app; `write` takes the workspace for itself. */
  readonly access: 'read' | 'write';
  /** Settings named on the command line. */
  readonly flags: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Settings that hold where this workspace has none of its own. */
  readonly inherited: ReadonlyMap<string, SettingValue>;
  readonly events: EventHub;
  readonly files: FileTokens;
  /** A backup to put in the store's place first. */
  readonly restoreFrom: string | null;
  /** Opens this workspace anew from a backup. */
  readonly restore: (backup: string) => Promise<AppInfo>;
  /** Opens the other workspace in this one's place. */
  readonly open: (workspace: 'user' | 'demo') => Promise<AppInfo>;
}

/** One open workspace: its store, its tasks, and the answers about it. */
export interface Workspace extends Pick<App, 'info' | 'dispatch' | 'health' | 'language' | 'taskEnd' | 'startJobs' | 'close'> {
  /** The settings in force here, for a workspace opened in its place. */
  readonly settings: () => ReadonlyMap<string, SettingValue>;
}

/** Opens the workspace of a profile; `ports.paths.profile` is its folder. */
export async function openWorkspace(ports: Ports, options: WorkspaceOptions): Promise<Workspace> {
  const { demo, access, flags, environment, inherited, events, files } = options;
  const { clock, log, randomToken } = ports;
  const file = join(ports.paths.profile, 'workspace.db');
  const restoring = options.restoreFrom === null ? {} : { restoreFrom: options.restoreFrom };
  const store = await openStore({ file, mode: access, clock, log, workerUrl: ports.workerUrl('store'), ...restoring });
  const calendarById = loadCalendars(ports.paths.resources);
  if (demo && access === 'write' && store.read.instruments().length === 0) await buildDemo(store, ports, calendarById);
  const tasks = new TaskRunner({ clock, log, randomToken, emit: (event) => events.emit({ type: 'task', event }) });
  const stopHearing = store.onCommit(({ version, symbols }) => events.emit({ type: 'data', version, symbols }));
  const settings: SettingSources = { flags, environment, stored: () => store.read.settings(), profile: inherited };
  const offline = (): boolean => readSetting('network.offline', settings).value === true;
  const cached = cacheFile(ports.paths, access);
  const http = openHttp(ports, settings, ledgerTable(cached));
  const sources = openSources(http, ports, settings);
  const folder = openLiveFolder({
    store, clock, log,
    power: ports.power,
    workerUrl: ports.workerUrl('import'),
    resources: ports.paths.resources,
    // The demo takes in nothing of the user's.
    path: () => (demo ? '' : String(readSetting('sources.folder.path', settings).value)),
    mapping: () => String(readSetting('sources.folder.mapping', settings).value),
  });
  const chosenProfile = () => (readSetting('machine.profile', settings).value === 'small' ? 'small' : 'normal');
  const profile = machineProfiles[chosenProfile()];
  const refresher = new Refresher({
    store, sources, calendarById, clock, offline, profile,
    historyYears: () => Number(readSetting('refresh.historyYears', settings).value),
    sampled: () => Number(readSetting('refresh.sampled', settings).value),
  }, tasks, folder);
  const cache = openCache(ports, cached, profile);
  const proposal = () => proposeProfile({ cores: availableParallelism(), memoryBytes: totalmem(), onBattery: ports.power?.onBattery ?? null });
  const watched = (watchlist: string | null) => watchedSymbols(store.read, watchlist);
  const info: AppInfo = {
    version: ports.version,
    host: ports.host,
    platform: process.platform,
    demo,
    canShowDialogs: ports.dialogs !== null,
  };
  const from: BarSource = { store, calendarById, ageOf: createSeriesAge(calendarById, clock, demo) };
  if (access === 'write' && store.health().recovery?.backup != null) await store.write.rearmAlerts(clock.now());
  const language = (): Language => {
    const chosen = readSetting('ui.language', settings).value;
    return chosen === 'en' || chosen === 'zh' ? chosen : languageOf(Intl.DateTimeFormat().resolvedOptions().locale);
  };
  const chanLog = access === 'write' && ports.host !== 'cli' ? new ChanLogKeeper({ store, file, workerUrl: ports.workerUrl('analysis'), clock, log }) : null;
  const rulesByMic = loadMarketRules(ports.paths.resources);
  const universe = openUniverse(ports, file, store, calendarById, rulesByMic, language);
  const alerts = access === 'write' && ports.host !== 'cli' ? openAlerts({ from, ports, ask: universe.ask, sources, http, language, emit: (event) => events.emit(event) }) : null;
  const newsServices: NewsServices = {
    store, http, cache, clock,
    feeds: () => parseFeedList(String(readSetting(feedsSettingKey, settings).value)),
    words: once(() => loadNewsWords(ports.paths.resources)),
    lexicons: once(() => loadLexicons(ports.paths.resources)),
  };
  const fetchNews = joinFetch(newsServices);
  const newsWork = async (signal: AbortSignal): Promise<WorkDone> => {
    const wanted = newsServices.feeds().some(({ enabled }) => enabled) && !offline();
    if (!wanted) return { done: 0, failures: [] };
    const { added, failures } = await fetchNews(signal);
    if (added > 0) events.emit({ type: 'news' });
    return { done: added, failures };
  };
  const quotes = createQuoteDesk({ cache, sources, read: store.read, batch: profile.batch, offline });
  const flow = flowWork({ desk: createFlowDesk({ cache, sources, read: store.read, calendarById, clock, offline }), store, clock, batch: profile.batch });
  const listingDesk = createListingDesk({ cache, sources, offline });
  const companyDesk = createCompanyDesk({ cache, sources, read: store.read, offline });
  const companyParts = { desk: companyDesk, store, calendarById, clock };
  const companies = companyWork(companyParts);
  const watchedOnly = (work: SymbolWork): SymbolWork => (symbols, ...rest) => {
    const among = new Set(symbols);
    return work(watched(null).filter((symbol) => among.has(symbol)), ...rest);
  };
  const warm = together(quoteWork(quotes, profile.batch), flow, companies);
  const keptDays = () => Number(readSetting('retention.days', settings).value);
  const scheduler = openJobs({
    ports, store, file, cache, calendarById, profile,
    work: {
      // What is invented has no source.
      quotes: demo ? null : quoteWork(quotes, profile.batch, profile.pollMs / 2),
      bars: demo ? null : together(refreshWork({ refresher, tasks, sources, read: store.read }), watchedOnly(together(flow, companies))),
      warm: demo ? null : warm,
      folder: demo ? null : folder,
      news: newsWork,
      lists: demo ? null : oneAfterAnother(
        listingFetch({ desk: listingDesk, sources, store, calendarById, clock, offline }),
        industryFetch({ cache, sources, store, calendarById, clock, offline }),
      ),
      industries: industryWork(universe.ask, store.read),
    },
    keptDays,
    isPaused: () => readSetting('jobs.paused', settings).value === true,
    onChange: () => events.emit({ type: 'jobs' }),
  });
  const folderState = () => {
    const { active, jobs } = scheduler.board();
    return folder.state(active && jobs.some(({ name, nextAt }) => name === 'folder' && nextAt !== null));
  };
  const stopFollowing = events.subscribe((event) => {
    if (!demo && event.type === 'settings' && event.keys.some((key) => key.startsWith('sources.folder.'))) scheduler.nudge('folder');
  });
  const direction = (): string => String(readSetting('ui.direction', settings).value);
  const health = () => checkHealth(ports, store, cache, scheduler);
  const handlers: Handlers = {
    'app.info': () => info,
    'app.health': health,
    ...settingsHandlers(store, settings, (event) => events.emit(event)),
    ...symbolsHandlers(from),
    ...barsHandlers(from),
    ...analyzeHandlers({ ...from, rulesByMic }, (input) =>
      tasks.start('analyze', `${input.part} ${input.set ?? ''}`.trim(), (reporter) => universeTask(input, { file, workerUrl: ports.workerUrl('analysis'), threads: threadsFor(profile.workers, availableParallelism()) }, reporter)).id),
    ...chanHandlers(from, chanLog),
    ...modelsHandlers(from, universe.ask),
    ...askHandlers(from, universe.ask),
    ...alertsHandlers({ from, clock, emit: (event) => events.emit(event), look: (symbols) => alerts?.look(symbols) }),
    ...importHandlers({ store, tasks, files, clock, workerUrl: ports.workerUrl('import'), resources: ports.paths.resources, emit: (event) => events.emit(event) }),
    ...newsHandlers({ ...newsServices, fetch: fetchNews, tasks, emit: (event) => events.emit(event) }),
    ...universeHandlers(store, universe.ask, tasks, clock),
    ...tasksHandlers(tasks),
    ...filesHandlers(files, ports.dialogs),
    ...reportsHandlers({ from, tasks, files, ports, demo, direction }),
    ...companyHandlers(from, { covers: companyDesk.covers, work: companyWork({ ...companyParts, maxAge: { reportsMs: 0, profileMs: 0 } }) }),
    ...portfoliosHandlers({ from, files, clock, emit: (event) => events.emit(event) }),
    ...watchlistsHandlers(store, (event) => events.emit(event)),
    ...networkHandlers(http),
    ...dbHandlers({ store, file, files, clock, keptDays, restore: options.restore }),
    ...jobsHandlers({ scheduler, store, tasks, emit: (event) => events.emit(event) }),
    ...refreshHandlers({ store, refresher, ageOf: from.ageOf, watched }),
    ...sourcesHandlers({ clock, http, sources, listings: listingDesk, store, secrets: ports.secrets, settings, folder: folderState }),
    ...cacheHandlers({ cache, tasks, profile, chosenProfile, proposal, watched, warm }),
    ...quotesHandlers(quotes, store.read),
    'workspace.open': ({ workspace }) => options.open(workspace),
  };
  const dispatch = createDispatch({ handlers, clock, log, randomToken });
  let closing: Promise<void> | null = null;

  async function close(): Promise<void> {
    stopFollowing();
    folder.close();
    await scheduler.close();
    // Tasks end by their own signal, so that what they have not done stays pending; then the rest of the requests.
    await tasks.close();
    await http.close();
    await universe.close();
    await alerts?.close();
    await chanLog?.close();
    stopHearing();
    cache.close();
    cached.close();
    await store.close();
  }

  return {
    info,
    health,
    language,
    settings: () => new Map(readSettings(settings).filter(({ origin }) => origin !== 'default').map(({ key, value }) => [key, value])),
    taskEnd: (id) => tasks.finished(id),
    startJobs: () => {
      if (access === 'read') return;
      scheduler.start();
      if (demo) return;
      folder.start(() => scheduler.nudge('folder'));
      scheduler.nudge('folder');
    },
    dispatch: async (method, input, caller) =>
      closing === null ? dispatch(method, input, caller) : { ok: false, error: new AppError('app.closing').toReply() },
    close: () => (closing ??= close()),
  };
}

/** A value made when first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
