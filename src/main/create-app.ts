import { join } from 'node:path';
import type { AppInfo } from '../shared/contract/app.ts';
import { AppError } from '../shared/app-error.ts';
import { analyzeHandlers } from './api/analyze/analyze.ts';
import { barsHandlers, type BarSource } from './api/bars.ts';
import { checkHealth } from './api/check-health.ts';
import { createDispatch } from './api/dispatch.ts';
import { EventHub } from './api/event-hub.ts';
import { filesHandlers } from './api/files.ts';
import type { Handlers } from './api/handlers.ts';
import { importHandlers } from './api/imports.ts';
import { reportsHandlers } from './api/reports.ts';
import { createSeriesAge } from './api/series-age.ts';
import { settingsHandlers } from './api/settings.ts';
import { symbolsHandlers } from './api/symbols.ts';
import { tasksHandlers } from './api/tasks.ts';
import type { App } from './app.ts';
import { loadCalendars } from './calendars/load-calendars.ts';
import { FileTokens } from './files/file-tokens.ts';
import type { Ports } from './ports.ts';
import { readSetting, type SettingSources } from './settings/settings.ts';
import { openStore } from './store/open-store.ts';
import { TaskRunner } from './tasks/task-runner.ts';

interface AppOptions {
  /** `read` works beside a running app; `write` takes the profile for itself. */
  readonly access: 'read' | 'write';
  /** Settings named on the command line. */
  readonly flags?: ReadonlyMap<string, string>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Builds everything but the window and the wire. */
export async function createApp(ports: Ports, { access, flags = new Map(), environment = {} }: AppOptions): Promise<App> {
  const { clock, log, randomToken } = ports;
  const file = join(ports.paths.profile, 'workspace.db');
  const store = await openStore({ file, mode: access, clock, log, workerUrl: ports.workerUrl('store') });
  const events = new EventHub(log);
  const files = new FileTokens(randomToken);
  const tasks = new TaskRunner({ clock, log, randomToken, emit: (event) => events.emit({ type: 'task', event }) });
  const stopHearing = store.onCommit(({ version, symbols }) => events.emit({ type: 'data', version, symbols }));
  const settings: SettingSources = { flags, environment, stored: () => store.read.settings(), profile: new Map() };
  const info: AppInfo = {
    version: ports.version,
    host: ports.host,
    platform: process.platform,
    demo: false,
    canShowDialogs: ports.dialogs !== null,
  };
  const calendarById = loadCalendars(ports.paths.resources);
  const from: BarSource = { store, calendarById, ageOf: createSeriesAge(calendarById, clock) };
  const direction = (): string => String(readSetting('ui.direction', settings).value);
  const health = () => checkHealth(ports, store, file);
  const handlers: Handlers = {
    'app.info': () => info,
    'app.health': health,
    ...settingsHandlers(store, settings, (event) => events.emit(event)),
    ...symbolsHandlers(store),
    ...barsHandlers(from),
    ...analyzeHandlers(from),
    ...importHandlers({ store, tasks, files, clock, workerUrl: ports.workerUrl('import') }),
    ...tasksHandlers(tasks),
    ...filesHandlers(files, ports.dialogs),
    ...reportsHandlers({ from, tasks, files, ports, demo: info.demo, direction }),
  };
  const dispatch = createDispatch({ handlers, clock, log, randomToken });
  let closing: Promise<void> | null = null;

  async function close(): Promise<void> {
    await tasks.close();
    stopHearing();
    files.close();
    await store.close();
  }

  return {
    info,
    events,
    files,
    health,
    taskEnd: (id) => tasks.finished(id),
    dispatch: async (method, input, caller) =>
      closing === null ? dispatch(method, input, caller) : { ok: false, error: new AppError('app.closing').toReply() },
    close: () => (closing ??= close()),
  };
}
