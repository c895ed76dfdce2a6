import { createScanStore, type ScanStore } from './pages/scan/scan-store.ts';
import { createSignalSettingsStore, type SignalSettingsStore } from './pages/scan/signal-settings-store.ts';
import { createChartSettingsStore, type ChartSettingsStore } from './pages/symbol/chart-settings-store.ts';
import { createAlertsStore, type AlertsStore } from './stores/alerts-store.ts';
import { createBatchesStore, type BatchesStore } from './stores/batches-store.ts';
import { createCacheStore, type CacheStore } from './stores/cache-store.ts';
import { createFlagsStore, type FlagsStore } from './stores/flags-store.ts';
import { createHealthStore, type HealthStore } from './stores/health-store.ts';
import { createImportsStore, type ImportsStore } from './stores/import-store.ts';
import { createJobsStore, type JobsStore } from './stores/jobs-store.ts';
import { createLayoutStore, type LayoutStore } from './stores/layout-store.ts';
import { createMappingsStore, type MappingsStore } from './stores/mappings-store.ts';
import { createNavigationStore, type NavigationStore } from './stores/navigation-store.ts';
import { createNewsStore, type NewsStore } from './stores/news-store.ts';
import { createNoticesStore, type NoticesStore } from './stores/notices-store.ts';
import { createPortfoliosStore, type PortfoliosStore } from './stores/portfolios-store.ts';
import { createReportStore, type ReportStore } from './stores/report-store.ts';
import { createPreferencesStore, type PreferencesStore, type SystemLook } from './stores/preferences-store.ts';
import { createSourcesStore, type SourcesStore } from './stores/sources-store.ts';
import { createStoreFileStore, type StoreFileStore } from './stores/store-file-store.ts';
import { createSymbolsStore, type SymbolsStore } from './stores/symbols-store.ts';
import { createTasksStore, type TasksStore } from './stores/tasks-store.ts';
import { createWatchlistsStore, type WatchlistsStore } from './stores/watchlists-store.ts';
import { createWorkspaceStore, type WorkspaceStore } from './stores/workspace-store.ts';
import { createScopeStore, type ScopeStore } from './universe/scope-store.ts';
import type { RefreshResult } from '../shared/contract/refresh.ts';
import type { Task } from '../shared/contract/tasks.ts';
import { inSettingsOrder } from './transport/in-settings-order.ts';
import type { Transport } from './transport/transport.ts';

/** Everything the window knows, without React: the way to the core and the stores fed from it. */
export interface Desk {
  readonly transport: Transport;
  readonly preferences: PreferencesStore;
  readonly flags: FlagsStore;
  readonly layout: LayoutStore;
  readonly navigation: NavigationStore;
  readonly symbols: SymbolsStore;
  readonly watchlists: WatchlistsStore;
  readonly portfolios: PortfoliosStore;
  readonly tasks: TasksStore;
  readonly imports: ImportsStore;
  readonly mappings: MappingsStore;
  readonly batches: BatchesStore;
  readonly sources: SourcesStore;
  readonly alerts: AlertsStore;
  readonly storeFile: StoreFileStore;
  readonly jobs: JobsStore;
  readonly cache: CacheStore;
  readonly news: NewsStore;
  readonly health: HealthStore;
  readonly reports: ReportStore;
  readonly workspace: WorkspaceStore;
  readonly notices: NoticesStore;
  readonly chartSettings: ChartSettingsStore;
  /** What the pages about the universe look at. */
  readonly scope: ScopeStore;
  readonly scan: ScanStore;
  readonly signalSettings: SignalSettingsStore;
  /** Reads preferences and layout, then starts reading everything else. Resolves when the window can be drawn. */
  start(): Promise<void>;
  close(): void;
}

export function openDesk(host: Transport, system: SystemLook): Desk {
  const transport = inSettingsOrder(host);
  const stores = {
    preferences: createPreferencesStore(transport, system),
    flags: createFlagsStore(transport),
    layout: createLayoutStore(transport),
    navigation: createNavigationStore(),
    symbols: createSymbolsStore(transport),
    watchlists: createWatchlistsStore(transport),
    portfolios: createPortfoliosStore(transport),
    tasks: createTasksStore(transport),
    imports: createImportsStore(transport),
    mappings: createMappingsStore(transport),
    batches: createBatchesStore(transport),
    sources: createSourcesStore(transport),
    alerts: createAlertsStore(transport),
    storeFile: createStoreFileStore(transport),
    jobs: createJobsStore(transport),
    cache: createCacheStore(transport),
    news: createNewsStore(transport),
    health: createHealthStore(transport),
    reports: createReportStore(transport),
    workspace: createWorkspaceStore(transport),
    notices: createNoticesStore(),
    chartSettings: createChartSettingsStore(transport),
    scope: createScopeStore(),
    scan: createScanStore(transport),
    signalSettings: createSignalSettingsStore(transport),
  };
  const { notices, preferences, layout, navigation, symbols, tasks, imports, reports, batches, alerts, health, chartSettings, signalSettings } = stores;
  const report = (work: Promise<void>): Promise<void> => work.catch(notices.getState().showThrown);
  const leaveConnection = transport.onConnection(health.getState().setConnection);
  const unsubscribe = transport.subscribe((event) => {
    if (event.type === 'data') {
      void symbols.getState().load();
      void batches.getState().load();
      if (navigation.getState().page === 'portfolios') void stores.portfolios.getState().load();
    }
    if (event.type === 'portfolios' && navigation.getState().page === 'portfolios') void stores.portfolios.getState().load();
    // What works and what does not shows after a job or a task, if ever.
    if (event.type === 'jobs' || (event.type === 'task' && event.event.snapshot?.endedAt != null)) void health.getState().look();
    // Jobs come and go all the time; only their page wants to know.
    if (event.type === 'jobs' && navigation.getState().page === 'jobs') void stores.jobs.getState().load();
    // The watched folder is looked into by a job.
    if (event.type === 'jobs' && navigation.getState().page === 'data' && stores.sources.getState().view === 'sources') void stores.sources.getState().load();
    if (event.type === 'watchlists') void stores.watchlists.getState().load();
    if (event.type === 'news') {
      const { symbol, load, loadSymbol } = stores.news.getState();
      if (navigation.getState().page === 'news') void load();
      else if (symbol !== null) void loadSymbol(symbol.symbol, symbol.asOf);
    }
    if (event.type === 'openAlert') {
      alerts.getState().show('alerts');
      alerts.getState().choose(event.alert);
      navigation.getState().openPage('alerts');
    }
    if (event.type === 'alerts') void tellAlerts(event.fired);
    if (event.type === 'workspace') {
      navigation.setState({ symbol: null, page: 'symbol' });
      stores.scope.getState().change({ market: null, watchlist: null, asOf: null });
      stores.scan.setState({ item: { kind: 'ranks' }, counts: null });
      stores.watchlists.setState({ chosen: null });
      stores.portfolios.setState({ chosen: null, analysis: { state: 'loading', value: null } });
      void batches.getState().load();
      void start();
      if (event.demo) void showFirst();
    }
    if (event.type === 'settings') {
      void report(preferences.getState().load());
      void report(stores.flags.getState().load());
    }
    if (event.type === 'task') {
      tasks.getState().hear(event);
      if (event.event.snapshot !== null) {
        imports.getState().followTask(event.event.snapshot);
        reports.getState().followTask(event.event.snapshot);
        stores.news.getState().followTask(event.event.snapshot);
        tellRefresh(event.event.snapshot);
      }
    }
  });
  /** Shows what a refresh came to, wherever the user is; the pages that stand on it read again. */
  function tellRefresh({ kind, state, result, error }: Task): void {
    if (kind !== 'refresh' || state === 'running' || state === 'pending') return;
    // The result of a task of kind `refresh`, as the contract says.
    if (state === 'completed') notices.getState().show({ kind: 'refreshed', result: result as RefreshResult });
    if (error !== null) notices.getState().show({ kind: 'error', error });
    void report(stores.sources.getState().load());
    // A refresh that brought nothing changes how the figures stand, too.
    void symbols.getState().load();
  }
  /** Shows what has fired, wherever the user is. */
  async function tellAlerts(fired: readonly number[]): Promise<void> {
    await alerts.getState().load();
    const lines = alerts.getState().log.value?.filter(({ id }) => fired.includes(id)) ?? [];
    if (lines.length > 0) notices.getState().show({ kind: 'alerts', lines });
  }
  /** The demo opens on a chart, not on an empty page. */
  async function showFirst(): Promise<void> {
    await symbols.getState().load();
    const [first] = symbols.getState().rows.value ?? [];
    if (first !== undefined && navigation.getState().symbol === null) navigation.getState().openSymbol(first.symbol);
  }
  async function start(): Promise<void> {
    void symbols.getState().load();
    void stores.watchlists.getState().load();
    void report(tasks.getState().load());
    void report(health.getState().load());
    void report(stores.flags.getState().load());
    await Promise.all([report(preferences.getState().load()), report(layout.getState().load()), report(chartSettings.getState().load()), report(signalSettings.getState().load())]);
  }

  return {
    transport,
    ...stores,
    start,
    close: () => {
      unsubscribe();
      leaveConnection();
    },
  };
}
