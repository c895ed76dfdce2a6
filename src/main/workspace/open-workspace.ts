import { AppError } from '../../shared/app-error.ts';
import type { AppInfo } from '../../shared/contract/app.ts';
import type { SettingValue } from '../../shared/contract/settings.ts';
import { checkHealth } from '../api/check-health.ts';
import { createDispatch } from '../api/dispatch.ts';
import type { App } from '../app.ts';
import type { FileTokens } from '../files/file-tokens.ts';
import type { Ports } from '../ports.ts';
import { readSettings } from '../settings/settings.ts';
import { openFetchedFacts } from './fetched-facts.ts';
import { openHandlers } from './open-handlers.ts';
import { openNews } from './open-news.ts';
import { openSchedule } from './open-schedule.ts';
import { openServices, type ServicesOptions } from './open-services.ts';

interface WorkspaceOptions extends ServicesOptions {
  readonly files: FileTokens;
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
  const { clock, log, randomToken, host, version } = ports;
  const { demo, access, files, restore, open } = options;
  const services = await openServices(ports, options);
  const { store, cache, tasks, settings, settingSources, sources, http } = services;
  const facts = openFetchedFacts(ports, services);
  const news = openNews(ports, services);
  const schedule = openSchedule(ports, services, facts, news);
  const info: AppInfo = { version, host, platform: process.platform, demo, canShowDialogs: ports.dialogs !== null };
  const health = () => checkHealth(ports, { store, cache, jobs: schedule.scheduler, sources, http });
  const dispatch = createDispatch({
    clock, log, randomToken,
    handlers: {
      ...openHandlers(ports, { services, facts, news, schedule, files, restore }),
      'app.info': () => info,
      'app.health': health,
      'workspace.open': ({ workspace }) => open(workspace),
    },
  });
  let closing: Promise<void> | null = null;

  async function close(): Promise<void> {
    await schedule.close();
    await services.close();
  }

  return {
    info,
    health,
    language: settings.language,
    settings: () => new Map(readSettings(settingSources).filter(({ origin }) => origin !== 'default').map(({ key, value }) => [key, value])),
    taskEnd: (id) => tasks.finished(id),
    startJobs: () => {
      if (access === 'write') schedule.start();
    },
    dispatch: async (method, input, caller) =>
      closing === null ? dispatch(method, input, caller) : { ok: false, error: new AppError('app.closing').toReply() },
    close: () => (closing ??= close()),
  };
}
