import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Setting, SettingValue } from '../../../src/shared/contract/settings.ts';
import type { Task } from '../../../src/shared/contract/tasks.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { desktopTexts } from '../../../src/main/electron/desktop-texts.ts';
import { taskbarValue } from '../../../src/main/electron/task-progress.ts';
import type { Notifier } from '../../../src/main/ports.ts';
import { trayMenu, type TrayState } from '../../../src/main/electron/tray-menu.ts';
import { endDesktopRuns, runDesktop, type DesktopRun } from '../../doubles/desktop-run.ts';
import { createFakeApp, type FakeApp } from '../../doubles/fake-app.ts';
import type { MenuEntry } from '../../doubles/electron.ts';

afterEach(() => {
  endDesktopRuns();
  vi.unstubAllEnvs();
});

const quiet: TrayState = { tasks: 0, share: null, paused: false, offline: false, failing: { sources: 0, jobs: 0 }, lastRefresh: null };
const nothing = { refresh: () => undefined, pause: () => undefined, open: () => undefined, quit: () => undefined };
const labels = (state: TrayState, language: 'en' | 'zh' = 'en'): unknown[] => trayMenu(state, desktopTexts(language), nothing, () => '21:05').map(({ label, enabled }) => (enabled === false ? `(${label})` : label));

describe('the menu of the tray', () => {
  test('tells status and last refresh, and offers to refresh, pause, open and quit', () => {
    expect(labels(quiet)).toEqual(['(Idle)', '(Not refreshed yet)', undefined, 'Refresh now', 'Pause jobs', undefined, 'Open Chartroom', 'Quit']);
    expect(labels({ ...quiet, paused: true, lastRefresh: { at: 0 as UtcMs, upToDate: 4_981, symbols: 5_552 } }, 'zh')).toEqual(['(任务已暂停)', '(21:05 已刷新 · 5552 个中 4981 个为最新)', undefined, '立即刷新', '恢复任务', undefined, '打开 Chartroom', '退出']);
  });

  test('sources and jobs that keep failing are told, unless nothing is fetched anyway', () => {
    const failing = { sources: 1, jobs: 2 };
    expect([labels({ ...quiet, failing })[0], labels({ ...quiet, failing }, 'zh')[0]]).toEqual(['(Sources failing: 1 · Jobs failing: 2)', '(1 个数据源持续失败 · 2 项任务持续失败)']);
    expect([labels({ ...quiet, failing, paused: true })[0], labels({ ...quiet, failing, offline: true })[0]]).toEqual(['(Jobs paused)', '(Offline)']);
  });

  test('work under way comes first; offline, nothing can be refreshed', () => {
    expect(labels({ ...quiet, tasks: 2, share: 0.629, paused: true })[0]).toBe('(2 at work (62%))');
    expect(labels({ ...quiet, offline: true }).slice(0, 4)).toEqual(['(Offline)', '(Not refreshed yet)', undefined, '(Refresh now)']);
  });
});

test.each([
  [[], -1],
  [[{ done: 1, total: 4 }], 0.25],
  [[{ done: 1, total: 4 }, { done: 3, total: 4 }], 0.5],
  [[{ done: 9, total: 4 }], 1],
  [[{ done: 1, total: null }, { done: 3, total: 4 }], 2],
])('the taskbar shows %j as %d', (tasks, value) => {
  expect(taskbarValue(tasks)).toBe(value);
});

interface Scene extends DesktopRun {
  readonly window: InstanceType<DesktopRun['electron']['BrowserWindow']>;
  readonly fake: FakeApp;
  readonly calls: { readonly method: string; readonly input: unknown }[];
  readonly settings: Map<string, SettingValue>;
  readonly tray: NonNullable<DesktopRun['electron']['desktop']['tray']>;
}

/** What fails, as the health of the core tells it. */
const failing = { sources: '', jobs: '' };
const part = (name: keyof typeof failing) => ({ name, state: 'ok' as const, code: `${name}.ok`, facts: { failing: failing[name] } });

async function scene(given: Readonly<Record<string, SettingValue>> = { 'desktop.closeToTray': true }, options: Parameters<typeof runDesktop>[0] = {}): Promise<Scene> {
  const settings = new Map<string, SettingValue>(Object.entries(given));
  const calls: Scene['calls'] = [];
  const fake = createFakeApp({
    'settings.list': () => [...settings].map(([key, value]): Setting => ({ key, value, origin: 'store' })),
    'settings.set': ({ key, value }) => {
      settings.set(key, value);
      fake.events.emit({ type: 'settings', keys: [key] });
      return { key, value, origin: 'store' };
    },
    'jobs.pause': ({ paused }) => {
      settings.set('jobs.paused', paused);
      fake.events.emit({ type: 'settings', keys: ['jobs.paused'] });
      return { paused, active: true, jobs: [] };
    },
    'app.health': () => ({ state: 'ok', version: '0', components: [part('sources'), part('jobs')] }),
  });
  const dispatch = fake.dispatch;
  const app: FakeApp = {
    ...fake,
    dispatch: async (method, input, caller) => {
      if (caller.id === 'tray') calls.push({ method, input });
      if (method === 'refresh.coverage') return { ok: true, value: { lastRun: { endedAt: Date.UTC(2026, 10, 20, 21, 5), upToDate: 4, symbols: 5 } } };
      if (method === 'refresh.start') return { ok: false, error: { code: 'network.offline', params: {}, message: '' } };
      return dispatch(method, input, caller);
    },
  };
  const run = await runDesktop({ openApp: async () => app, ...options });
  await vi.waitUntil(() => run.electron.desktop.tray !== null || run.electron.desktop.exitCode !== null);
  // Until the page has been drawn the window is not shown, unless the start is a hidden one.
  const isHidden = options.argv?.includes('--hidden') === true;
  await vi.waitUntil(() => isHidden || run.electron.BrowserWindow.all[0]?.visible === true);
  const [window] = run.electron.BrowserWindow.all;
  const { tray } = run.electron.desktop;
  if (tray === null) throw new Error('there is no tray');
  return { ...run, window: window as Scene['window'], fake, calls, settings, tray };
}

const entry = (menu: readonly MenuEntry[], label: string): MenuEntry => menu.find((one) => one.label === label) ?? {};

describe('the tray', () => {
  test('closing the window hides it and explains that once; opening from the tray brings it back', async () => {
    const { electron, window, tray, settings } = await scene();
    window.close();
    await expect.poll(() => electron.desktop.asked).toMatchObject([{ message: 'Chartroom keeps running', buttons: ['Understood', 'Quit'] }]);
    expect([window.isDestroyed(), window.visible, electron.desktop.exitCode, settings.get('desktop.trayExplained')]).toEqual([false, false, null, true]);
    entry(tray.menu, 'Open Chartroom').click?.();
    expect([window.visible, window.focused]).toEqual([true, true]);
    await expect.poll(() => electron.desktop.listening.size).toBeGreaterThan(0);
    window.close();
    await new Promise((resolve) => setImmediate(resolve));
    expect([window.visible, electron.desktop.asked.length]).toEqual([false, 1]);
  });

  test('whoever does not want that can quit at once', async () => {
    const { electron, window } = await scene(undefined, { before: ({ desktop }) => void (desktop.answers.button = 1) });
    window.close();
    await expect.poll(() => electron.desktop.exitCode).toBe(0);
  });

  test('R12 Quit really quits: the core is closed, the window and the tray are gone', async () => {
    const { electron, window, tray } = await scene();
    entry(tray.menu, 'Quit').click?.();
    await expect.poll(() => electron.desktop.exitCode).toBe(0);
    expect([window.isDestroyed(), tray.destroyed]).toEqual([true, true]);
  });

  test('with the setting off, closing the window quits', async () => {
    const { electron, window } = await scene({ 'desktop.closeToTray': false });
    window.close();
    await expect.poll(() => electron.desktop.exitCode).toBe(0);
  });

  test('the menu follows the last refresh, the work under way, the pause and the language', async () => {
    const { tray, fake, settings } = await scene();
    const redrawn = async (expected: readonly (string | undefined)[]): Promise<void> => {
      await expect.poll(() => tray.menu.slice(0, expected.length).map(({ label }) => label)).toEqual(expected);
    };
    await redrawn(['Idle', expect.stringMatching(/^Refreshed 2026-11-2\d \d\d:\d\d · 4 of 5 up to date$/) as string]);
    const task: Task = { id: 't', kind: 'import', subject: 'a.csv', state: 'running', done: 1, total: 2, startedAt: 0 as UtcMs, endedAt: null, result: null, error: null };
    const tell = (snapshot: Task): void => fake.events.emit({ type: 'task', event: { id: 1, task: 't', at: 0 as UtcMs, type: 'progress', snapshot, code: null, params: {} } });
    tell(task);
    await redrawn(['1 at work (50%)']);
    tell({ ...task, state: 'completed', endedAt: 1 as UtcMs });
    await redrawn(['Idle']);
    entry(tray.menu, 'Pause jobs').click?.();
    await redrawn(['Jobs paused']);
    expect([settings.get('jobs.paused'), entry(tray.menu, 'Resume jobs').label]).toEqual([true, 'Resume jobs']);
    settings.set('ui.language', 'zh');
    fake.events.emit({ type: 'settings', keys: ['ui.language'] });
    await redrawn(['任务已暂停']);
  });

  test('a source that is left alone and a job that keeps failing are told until they work again', async () => {
    const { electron, tray, fake } = await scene();
    Object.assign(failing, { sources: 'yahoo', jobs: 'quotes backup' });
    fake.events.emit({ type: 'jobs' });
    await expect.poll(() => [tray.menu[0]?.label, electron.desktop.tray?.toolTip]).toEqual(['Sources failing: 1 · Jobs failing: 2', 'Chartroom · Sources failing: 1 · Jobs failing: 2']);
    Object.assign(failing, { sources: '', jobs: '' });
    fake.events.emit({ type: 'jobs' });
    await expect.poll(() => tray.menu[0]?.label).toBe('Idle');
  });

  test('a refresh that cannot be started is told by a note', async () => {
    const { electron, tray, calls } = await scene();
    entry(tray.menu, 'Refresh now').click?.();
    await expect.poll(() => electron.desktop.notes).toMatchObject([{ title: 'Chartroom', body: expect.stringMatching(/^Offline is switched on/) as string }]);
    expect(calls).toContainEqual({ method: 'refresh.start', input: {} });
  });

  test('a click on a note brings the window up and its page to the alert, once the page can hear', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'chartroom-hidden-'));
    let notifier: Notifier | null = null;
    const sent: unknown[] = [];
    const run = await runDesktop({
      argv: ['--profile', profile, '--hidden'], profile,
      before: ({ desktop }) => void (desktop.onSend = (_channel, [events]) => sent.push(events)),
      openApp: async (ports) => {
        ({ notifier } = ports);
        return createFakeApp();
      },
    });
    const { electron } = run;
    await vi.waitUntil(() => electron.desktop.tray !== null);
    const click = (alert: number | null): void => {
      notifier?.notify({ title: 'A', body: 'b', alert });
      electron.Notification.last.note?.emit('click');
    };
    click(7);
    expect([electron.BrowserWindow.all.length, sent]).toEqual([1, []]);
    await expect.poll(() => sent).toEqual([[{ type: 'openAlert', alert: 7 }]]);
    const [window] = electron.BrowserWindow.all;
    window?.hide();
    click(8);
    expect([window?.visible, sent.at(-1)]).toEqual([true, [{ type: 'openAlert', alert: 8 }]]);
    window?.hide();
    click(null);
    expect([window?.visible, sent.length]).toEqual([true, 2]);
    window?.webContents.emit('did-start-loading');
    click(9);
    expect(sent).toHaveLength(2);
    window?.webContents.emit('did-finish-load');
    expect(sent.at(-1)).toEqual([{ type: 'openAlert', alert: 9 }]);
  });

  test('the taskbar shows how far the work is and clears when it is done', async () => {
    const { window, fake } = await scene();
    const task: Task = { id: 't', kind: 'import', subject: 'a.csv', state: 'running', done: 1, total: 4, startedAt: 0 as UtcMs, endedAt: null, result: null, error: null };
    const tell = (snapshot: Task): void => fake.events.emit({ type: 'task', event: { id: 1, task: 't', at: 0 as UtcMs, type: 'progress', snapshot, code: null, params: {} } });
    tell(task);
    expect(window.progress).toBe(0.25);
    tell({ ...task, state: 'failed', endedAt: 1 as UtcMs });
    expect(window.progress).toBe(-1);
  });

  test('started at log-in the app shows its tray and no window until it is asked for', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'chartroom-hidden-'));
    const { electron, tray } = await scene(undefined, { argv: ['--profile', profile, '--hidden'], profile });
    expect(electron.BrowserWindow.all).toEqual([]);
    tray.emit('click');
    expect(electron.BrowserWindow.all).toHaveLength(1);
  });

  test.runIf(process.platform === 'linux')('start at login is a file of the desktop, written and removed with the setting', async () => {
    const config = mkdtempSync(join(tmpdir(), 'chartroom-config-'));
    vi.stubEnv('XDG_CONFIG_HOME', config);
    vi.stubEnv('APPIMAGE', '/apps/My "Chart"room.AppImage');
    const { fake, settings } = await scene(undefined, { before: ({ desktop }) => void (desktop.packaged = true) });
    const file = join(config, 'autostart', 'chartroom.desktop');
    const choose = (on: boolean): void => {
      settings.set('desktop.startAtLogin', on);
      fake.events.emit({ type: 'settings', keys: ['desktop.startAtLogin'] });
    };
    choose(true);
    await expect.poll(() => readFileSync(file, 'utf8')).toContain('Exec="/apps/My \\"Chart\\"room.AppImage" --hidden');
    choose(false);
    await expect.poll(() => existsSync(file)).toBe(false);
    rmSync(config, { recursive: true, force: true });
  });
});
