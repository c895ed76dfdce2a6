import { Menu, nativeImage, Tray } from 'electron';
import { z } from 'zod';
import { errorText } from '../../shared/app-error.ts';
import type { AppEvent } from '../../shared/contract/event.ts';
import type { Task } from '../../shared/contract/tasks.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { App } from '../app.ts';
import type { Ports } from '../ports.ts';
import { appFile } from './app-file.ts';
import type { FollowedSettings } from './follow-settings.ts';
import { taskProgress, taskbarValue } from './task-progress.ts';
import { trayMenu, trayStatus, type TrayState } from './tray-menu.ts';

interface DesktopTrayOptions {
  readonly core: App;
  readonly ports: Pick<Ports, 'clock' | 'log' | 'notifier'>;
  readonly settings: FollowedSettings;
  readonly open: () => void;
  readonly quit: () => void;
  /** Shows the share of the work under way on the taskbar. */
  readonly progress: (value: number) => void;
}

const caller = { id: 'tray' };
/** The menu is made anew at most this often. */
const redrawMs = 500;
const iconPoints: Readonly<Partial<Record<NodeJS.Platform, number>>> = { darwin: 18, linux: 22 };

const health = z.object({ components: z.array(z.object({ name: z.string(), facts: z.object({ failing: z.string().default('') }) })) });
const coverage = z.object({ lastRun: z.object({ endedAt: z.number().nullable(), upToDate: z.number(), symbols: z.number() }).nullable() });

/** The icon beside the clock: what goes on, when data were last refreshed, and the few things that need no window. */
export class DesktopTray {
  readonly #options: DesktopTrayOptions;
  readonly #tray: Tray;
  readonly #tasks = new Map<string, Task>();
  readonly #stops: (() => void)[];
  #lastRefresh: TrayState['lastRefresh'] = null;
  #failing: TrayState['failing'] = { sources: 0, jobs: 0 };
  #cancelRedraw: (() => void) | null = null;

  constructor(options: DesktopTrayOptions) {
    this.#options = options;
    const points = iconPoints[process.platform] ?? 16;
    this.#tray = new Tray(nativeImage.createFromPath(appFile('resources', 'icons', 'icon.png')).resize({ width: points, height: points }));
    // On macOS a click opens the menu by itself.
    if (process.platform !== 'darwin') this.#tray.on('click', options.open);
    this.#stops = [options.core.events.subscribe((event) => this.#hear(event)), options.settings.onChange(() => this.#redraw())];
    void this.#readRefresh();
    void this.#readHealth();
    this.#draw();
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#cancelRedraw?.();
    this.#tray.destroy();
  }

  #hear(event: AppEvent): void {
    if (event.type === 'workspace') this.#tasks.clear();
    if (event.type === 'workspace' || event.type === 'jobs') void this.#readHealth();
    if (event.type === 'task') {
      const { snapshot } = event.event;
      if (snapshot === null) return;
      if (snapshot.endedAt === null) this.#tasks.set(snapshot.id, snapshot);
      else this.#tasks.delete(snapshot.id);
      this.#options.progress(taskbarValue([...this.#tasks.values()]));
      if (snapshot.endedAt !== null && (snapshot.kind === 'refresh' || snapshot.kind === 'job')) {
        void this.#readRefresh();
        void this.#readHealth();
      }
    }
    this.#redraw();
  }

  #state(): TrayState {
    const tasks = [...this.#tasks.values()];
    const { settings } = this.#options;
    return { tasks: tasks.length, share: taskProgress(tasks), paused: settings.isOn('jobs.paused'), offline: settings.isOn('network.offline'), failing: this.#failing, lastRefresh: this.#lastRefresh };
  }

  #redraw(): void {
    this.#cancelRedraw ??= this.#options.ports.clock.after(redrawMs, () => {
      this.#cancelRedraw = null;
      this.#draw();
    });
  }

  #draw(): void {
    const { settings, open, quit } = this.#options;
    const state = this.#state();
    const texts = settings.texts();
    this.#tray.setToolTip(`Chartroom · ${trayStatus(state, texts)}`);
    const actions = {
      refresh: () => void this.#ask('refresh.start', {}),
      pause: (paused: boolean) => void this.#ask('jobs.pause', { paused }),
      open,
      quit,
    };
    this.#tray.setContextMenu(Menu.buildFromTemplate(trayMenu(state, texts, actions, localTime)));
  }

  async #readRefresh(): Promise<void> {
    const reply = await this.#options.core.dispatch('refresh.coverage', {}, caller);
    const read = reply.ok ? coverage.safeParse(reply.value) : null;
    const run = read?.success === true ? read.data.lastRun : null;
    if (run === null || run.endedAt === null) return;
    this.#lastRefresh = { at: run.endedAt as UtcMs, upToDate: run.upToDate, symbols: run.symbols };
    this.#redraw();
  }

  async #readHealth(): Promise<void> {
    const reply = await this.#options.core.dispatch('app.health', {}, caller);
    const read = reply.ok ? health.safeParse(reply.value) : null;
    if (read?.success !== true) return;
    const failing = (part: string): number => read.data.components.find(({ name }) => name === part)?.facts.failing.split(' ').filter((name) => name !== '').length ?? 0;
    this.#failing = { sources: failing('sources'), jobs: failing('jobs') };
    this.#redraw();
  }

  /** What fails away from the window is told by a note. */
  async #ask(method: string, input: unknown): Promise<void> {
    const { core, ports, settings } = this.#options;
    const reply = await core.dispatch(method, input, caller);
    if (reply.ok) return;
    ports.log.warn('tray', { method, code: reply.error.code });
    ports.notifier?.notify({ title: 'Chartroom', body: errorText(reply.error.code, reply.error.params, settings.language()), alert: null });
  }
}

/** `2026-11-20 21:05` on the user's own clock. */
function localTime(at: UtcMs): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' }).format(at);
}
