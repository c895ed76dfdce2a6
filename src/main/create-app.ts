import { join } from 'node:path';
import { EventHub } from './api/event-hub.ts';
import type { App } from './app.ts';
import { demoFolder } from './demo/demo-folder.ts';
import { FileTokens } from './files/file-tokens.ts';
import { openWorkspace, type Workspace } from './workspace/open-workspace.ts';
import type { Ports } from './ports.ts';

interface AppOptions {
  /** `read` works beside a running app; `write` takes the workspace for itself. */
  readonly access: 'read' | 'write';
  /** Which workspace is open at first. */
  readonly workspace?: 'user' | 'demo';
  /** Settings named on the command line. */
  readonly flags?: ReadonlyMap<string, string>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Builds everything but the window and the wire: one workspace open at a time, with the events and file tokens that outlive it. */
export async function createApp(ports: Ports, { access, workspace = 'user', flags = new Map(), environment = {} }: AppOptions): Promise<App> {
  const events = new EventHub(ports.log);
  const files = new FileTokens(ports.randomToken);
  let jobsRun = false;
  let current = await open(workspace, new Map());
  let switching: Promise<unknown> = Promise.resolve();

  function open(which: 'user' | 'demo', inherited: ReturnType<Workspace['settings']>, restoreFrom: string | null = null): Promise<Workspace> {
    const demo = which === 'demo';
    const place = demo ? { ...ports, paths: { ...ports.paths, profile: demoFolder(join(ports.paths.profile, 'demo')) } } : ports;
    return openWorkspace(place, {
      demo, access, flags, environment, inherited, events, files, restoreFrom,
      open: (next) => (switching = switchTo(next)),
      restore: (backup) => {
        const restored = restoreCurrent(backup);
        switching = restored.catch(() => undefined);
        return restored;
      },
    });
  }

  /** A backup that cannot be restored leaves the workspace as it was. */
  async function restoreCurrent(backup: string): Promise<Workspace['info']> {
    await switching;
    const which = current.info.demo ? 'demo' : 'user';
    const inherited = current.info.demo ? current.settings() : new Map<string, never>();
    await current.close();
    try {
      current = await open(which, inherited, backup);
    } catch (error) {
      current = await open(which, inherited);
      throw error;
    } finally {
      if (jobsRun) current.startJobs();
      events.emit({ type: 'workspace', demo: current.info.demo });
    }
    return current.info;
  }

  async function switchTo(which: 'user' | 'demo'): Promise<Workspace['info']> {
    await switching;
    if (current.info.demo === (which === 'demo')) return current.info;
    // The demo keeps the language and colours one came with; the user's own workspace has its own.
    const inherited = which === 'demo' ? current.settings() : new Map<string, never>();
    await current.close();
    current = await open(which, inherited);
    if (jobsRun) current.startJobs();
    events.emit({ type: 'workspace', demo: current.info.demo });
    return current.info;
  }

  return {
    get info() {
      return current.info;
    },
    events,
    files,
    health: () => current.health(),
    language: () => current.language(),
    taskEnd: (id) => current.taskEnd(id),
    startJobs() {
      jobsRun = true;
      current.startJobs();
    },
    dispatch: (method, input, caller) => current.dispatch(method, input, caller),
    async close() {
      await switching;
      await current.close();
      files.close();
    },
  };
}
