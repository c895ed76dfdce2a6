import type { Connection } from './connect.ts';
import { loadBars } from './series-bars.ts';
import { storeError } from './store-error.ts';
import type { Log } from '../ports.ts';
import type { StoreReader } from './store.ts';
import { storeFacts } from './store-facts.ts';
import { openTables } from './tables/tables.ts';
import { loadUniverse } from './universe.ts';
import { AppError } from '../../shared/app-error.ts';

/** Reads slower than this are logged: they hold up the thread that asks. */
const slowMs = 50;

/** The reads of one connection. `onDamage` hears of a file that turns out to be damaged. */
export function createReader(database: Connection, log: Log, onDamage: () => void): StoreReader {
  const tables = openTables(database);

  function guarded<Arguments extends unknown[], Result>(name: string, read: (...given: Arguments) => Result): (...given: Arguments) => Result {
    return (...given) => {
      const start = performance.now();
      try {
        return read(...given);
      } catch (error) {
        const known = storeError(error, database.name);
        if (known instanceof AppError && known.code === 'store.damaged') onDamage();
        throw known;
      } finally {
        const elapsedMs = performance.now() - start;
        if (elapsedMs > slowMs) log.warn('store.slow', { read: name, elapsedMs: Math.round(elapsedMs) });
      }
    };
  }

  return {
    instruments: guarded('instruments', tables.instruments.all),
    instrument: guarded('instrument', tables.instruments.bySymbol),
    series: guarded('series', tables.series.all),
    seriesOf: guarded('seriesOf', tables.series.ofInstrument),
    seriesById: guarded('seriesById', tables.series.byId),
    bars: guarded('bars', (series: number) => {
      // One snapshot for the row, the BLOB and the tail: a commit may fall between two statements.
      return database.transaction(() => {
        const record = tables.series.byId(series);
        if (record === null) throw new Error(`no series ${series}`);
        return loadBars(tables, record).columns;
      })();
    }),
    universe: (request) => guarded('universe', () => database.transaction(() => loadUniverse(tables, request))())(),
    changesSince: guarded('changesSince', (series: number, version: number) => {
      return database.transaction(() => {
        const record = tables.series.byId(series);
        if (record === null) throw new Error(`no series ${series}`);
        return tables.changes.since(series, version, record.version, tables.state.dataVersion());
      })();
    }),
    actions: guarded('actions', tables.actions.of),
    memberships: guarded('memberships', tables.industries.all),
    revisions: guarded('revisions', tables.revisions.of),
    batches: guarded('batches', tables.batches.all),
    rejections: guarded('rejections', tables.batches.rejections),
    settings: guarded('settings', tables.settings.all),
    mappings: guarded('mappings', tables.mappings.all),
    fundamentals: guarded('fundamentals', tables.facts.reports.of),
    flows: guarded('flows', tables.facts.flows.of),
    flowsOn: guarded('flowsOn', tables.facts.flows.on),
    shares: guarded('shares', tables.facts.shares.of),
    allShares: guarded('allShares', tables.facts.shares.all),
    portfolios: guarded('portfolios', tables.portfolios.all),
    portfolio: guarded('portfolio', (id: number) => database.transaction(() => tables.portfolios.byId(id))()),
    watchlists: guarded('watchlists', () => database.transaction(tables.watchlists.all)()),
    news: guarded('news', tables.news.list),
    newsTitles: guarded('newsTitles', tables.news.titles),
    knownNews: guarded('knownNews', tables.news.known),
    newsFeeds: guarded('newsFeeds', tables.news.feeds),
    alerts: guarded('alerts', tables.alerts.all),
    alertWatches: guarded('alertWatches', tables.alerts.watches),
    alertEvents: guarded('alertEvents', tables.alerts.events),
    openAlertEvents: guarded('openAlertEvents', tables.alerts.openEvents),
    chanLog: guarded('chanLog', tables.chanLogs.of),
    scanRules: guarded('scanRules', tables.scans.rules),
    scanRun: guarded('scanRun', tables.scans.run),
    scanRuns: guarded('scanRuns', tables.scans.newestRuns),
    facts: guarded('facts', () => storeFacts(database)),
    jobStates: guarded('jobStates', tables.jobs.states),
    jobRuns: guarded('jobRuns', tables.jobs.runs),
    lastJobRuns: guarded('lastJobRuns', tables.jobs.lastRuns),
    analyses: guarded('analyses', tables.analyses.of),
    refreshRuns: guarded('refreshRuns', tables.refresh.runs),
    refreshItems: guarded('refreshItems', tables.refresh.items),
    refreshFailed: guarded('refreshFailed', tables.refresh.isFailed),
    originDifferences: guarded('originDifferences', tables.refresh.differences),
    dataVersion: guarded('dataVersion', tables.state.dataVersion),
    checkedAt: guarded('checkedAt', tables.state.checkedAt),
    close: () => void database.close(),
  };
}
