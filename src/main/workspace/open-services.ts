import { join } from 'node:path';
import type { SettingValue } from '../../shared/contract/settings.ts';
import { machineProfiles } from '../../shared/machine-profiles.ts';
import type { BarSource } from '../api/bar-source.ts';
import { createSeriesAge } from '../api/series-age.ts';
import type { EventHub } from '../api/event-hub.ts';
import { openAlerts } from '../alerts/open-alerts.ts';
import { cacheFile } from '../cache/cache-file.ts';
import { ledgerTable } from '../cache/ledger-table.ts';
import { openCache } from '../cache/open-cache.ts';
import { loadCalendars } from '../calendars/load-calendars.ts';
import { ChanLogKeeper } from '../chan-log/chan-log-keeper.ts';
import { buildDemo } from '../demo/build-demo.ts';
import { loadMarketRules } from '../market-rules/load-market-rules.ts';
import type { Ports } from '../ports.ts';
import { openHttp } from '../providers/open-http.ts';
import { openSources } from '../providers/sources.ts';
import { openLiveFolder } from '../refresh/live-folder.ts';
import { Refresher } from '../refresh/refresher.ts';
import type { SettingSources } from '../settings/settings.ts';
import { openStore } from '../store/open-store.ts';
import { TaskRunner } from '../tasks/task-runner.ts';
import { openUniverse } from '../universe/open-universe.ts';
import { settingsInForce } from './settings-in-force.ts';

export interface ServicesOptions {
  readonly demo: boolean;
  /** `read` works beside a running app; `write` takes the workspace for itself. */
  readonly access: 'read' | 'write';
  /** Settings named on the command line. */
  readonly flags: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Settings that hold where this workspace has none of its own. */
  readonly inherited: ReadonlyMap<string, SettingValue>;
  readonly events: EventHub;
  /** A backup to put in the store's place first. */
  readonly restoreFrom: string | null;
}

/** What one open workspace works with; `close` ends it in the order in which one part needs another. */
export type Services = Awaited<ReturnType<typeof openServices>>;

/** Opens the store of a profile and everything that works on it. */
export async function openServices(ports: Ports, { demo, access, flags, environment, inherited, events, restoreFrom }: ServicesOptions) {
  const { clock, log, power } = ports;
  const { resources } = ports.paths;
  const file = join(ports.paths.profile, 'workspace.db');
  const store = await openStore({ file, mode: access, clock, log, workerUrl: ports.workerUrl('store'), ...(restoreFrom === null ? {} : { restoreFrom }) });
  const calendarById = loadCalendars(resources);
  if (demo && access === 'write' && store.read.instruments().length === 0) await buildDemo(store, ports, calendarById);
  if (access === 'write' && store.health().recovery?.backup != null) await store.write.rearmAlerts(clock.now());

  const tasks = new TaskRunner({ clock, log, randomToken: ports.randomToken, emit: (event) => events.emit({ type: 'task', event }) });
  const stopHearing = store.onCommit(({ version, symbols }) => events.emit({ type: 'data', version, symbols }));
  const settingSources: SettingSources = { flags, environment, stored: () => store.read.settings(), profile: inherited };
  const settings = settingsInForce(settingSources);
  const profile = machineProfiles[settings.machineProfile()];

  const cached = cacheFile(ports.paths, access);
  const http = openHttp(ports, settingSources, ledgerTable(cached));
  const sources = openSources(http, ports, settingSources);
  const cache = openCache(ports, cached, profile);
  const folder = openLiveFolder({
    store, clock, log, power, resources,
    workerUrl: ports.workerUrl('import'),
    // The demo takes in nothing of the user's.
    path: () => (demo ? '' : settings.folderPath()),
    mapping: settings.folderMapping,
  });
  const refresher = new Refresher(
    { store, sources, calendarById, clock, profile, offline: settings.isOffline, historyYears: settings.historyYears, sampled: settings.sampledSymbols },
    tasks, folder,
  );

  const from: BarSource = { store, calendarById, ageOf: createSeriesAge(calendarById, clock, demo) };
  const rulesByMic = loadMarketRules(resources);
  const universe = openUniverse(ports, file, store, calendarById, rulesByMic, settings.language);
  // A command line that comes and goes neither judges alerts nor keeps the log.
  const stays = access === 'write' && ports.host !== 'cli';
  const chanLog = stays ? new ChanLogKeeper({ store, file, workerUrl: ports.workerUrl('analysis'), clock, log }) : null;
  const alerts = stays ? openAlerts({ from, ports, ask: universe.ask, sources, http, language: settings.language, emit: (event) => events.emit(event) }) : null;

  return {
    demo, file, store, calendarById, rulesByMic, tasks, events, settingSources, settings, profile, http, sources, cache, folder, refresher, from, universe, chanLog, alerts,
    async close(): Promise<void> {
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
    },
  };
}
