import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../src/main/http-surface/content-security-policy.ts';
import type { Setting } from '../../../src/shared/contract/settings.ts';
import type { AppEvent } from '../../../src/shared/contract/event.ts';
import { endDesktopRuns, runDesktop, type DesktopRun } from '../../doubles/desktop-run.ts';
import type { MenuEntry } from '../../doubles/electron.ts';
import { createFakeApp } from '../../doubles/fake-app.ts';

const ownFrame = { url: 'app://bundle/', parent: null, detached: false, destroyed: false };

afterEach(() => endDesktopRuns());

async function started(options: Parameters<typeof runDesktop>[0] = {}): Promise<DesktopRun & { readonly window: InstanceType<DesktopRun['electron']['BrowserWindow']> }> {
  const run = await runDesktop(options);
  await run.settle();
  const window = run.electron.BrowserWindow.all[0];
  if (window === undefined) throw new Error('there is no window');
  return { ...run, window };
}

describe('the window', () => {
  test('S1 has exactly the frozen preferences', async () => {
    const { window, electron } = await started();
    const { windowPreferences } = await import('../../../src/main/electron/window-preferences.ts');
    expect(window.options.webPreferences).toEqual(windowPreferences);
    expect(electron.desktop.sandboxed).toBe(true);
    expect(Object.isFrozen(windowPreferences)).toBe(true);
    expect(windowPreferences).toEqual({
      preload: join(electron.app.getAppPath(), 'out/preload/index.cjs'),
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false,
      experimentalFeatures: false, webviewTag: false, plugins: false, navigateOnDragDrop: false, safeDialogs: true, spellcheck: false, devTools: false,
    });
  });

  test('S2 shows app://bundle/, a secure standard scheme that bypasses no policy, and file: is refused', async () => {
    const { window, electron } = await started();
    await expect.poll(() => [window.address, window.visible]).toEqual(['app://bundle/', true]);
    expect(electron.desktop.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
    expect((await electron.desktop.fetch('file:///etc/passwd')).status).toBe(403);
  });

  test('opens where it was last closed', async () => {
    const first = await started();
    first.window.bounds = { x: 30, y: 40, width: 1_000, height: 700 };
    first.window.close();
    const memory = readFileSync(join(first.profile, 'window.json'), 'utf8');
    const second = await started({ before: () => undefined, openApp: async () => createFakeApp(), argv: ['--profile', first.profile] });
    expect([memory, second.window.bounds]).toEqual([JSON.stringify({ x: 30, y: 40, width: 1_000, height: 700, maximized: false }), first.window.bounds]);
  });

  test('takes the system\'s change to dark along', async () => {
    const { window, electron } = await started();
    const light = window.backgroundColor;
    electron.nativeTheme.systemDark = true;
    electron.nativeTheme.emit('updated');
    expect(window.backgroundColor).not.toBe(light);
  });

  test('a page that dies is loaded again, and after the third time the user is asked', async () => {
    const { window, electron } = await started();
    const crash = (): unknown => window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    for (let count = 0; count < 3; count += 1) crash();
    await expect.poll(() => window.webContents.reloads).toBe(3);
    expect(electron.desktop.asked).toEqual([]);
    electron.desktop.answers.button = 1;
    crash();
    await expect.poll(() => window.isDestroyed()).toBe(true);
    expect(electron.desktop.asked).toMatchObject([{ buttons: ['Reload', 'Quit'] }]);
  });
});

describe('what pages may do', () => {
  test('S5 both permission handlers, devices and screen capture deny by the rules', async () => {
    const { window, electron } = await started();
    const { permissionRequest, permissionCheck, device, displayMedia } = electron.session.defaultSession;
    const asked: boolean[] = [];
    const contents = window.webContents as unknown as Parameters<NonNullable<typeof permissionRequest>>[0];
    const own = { isMainFrame: true, requestingUrl: 'app://bundle/' };
    for (const permission of ['media', 'geolocation', 'clipboard-sanitized-write'] as const) permissionRequest?.(contents, permission, (granted) => asked.push(granted), own);
    for (const details of [{ ...own, isMainFrame: false }, { ...own, requestingUrl: 'https://evil.example/' }]) permissionRequest?.(contents, 'clipboard-sanitized-write', (granted) => asked.push(granted), details);
    expect(asked).toEqual([false, false, true, false, false]);
    const check = (origin: string, isMainFrame: boolean): unknown => permissionCheck?.(contents, 'clipboard-sanitized-write', origin, { isMainFrame });
    expect([check('app://bundle', true), check('app://bundle', false), check('https://evil.example', true)]).toEqual([true, false, false]);
    expect(device?.({} as never)).toBe(false);
    displayMedia?.({} as never, (streams) => expect(streams).toBeNull());
    expect.assertions(4);
  });

  test('S5 sessions made later get the same handlers', async () => {
    const { electron } = await started();
    expect(electron.session.fromPartition('print').device?.({} as never)).toBe(false);
  });

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('S6 %s to anywhere else is prevented', async (name) => {
    const { window } = await started();
    const prevented: string[] = [];
    for (const url of ['https://evil.example/', 'app://bundle.evil/', 'app://bundle/index.html']) window.webContents.emit(name, { url, preventDefault: () => prevented.push(url) });
    expect(prevented).toEqual(['https://evil.example/', 'app://bundle.evil/']);
  });

  test('S7 no page opens a window; S9 its link is offered to the browser after a question', async () => {
    const { window, electron } = await started();
    electron.desktop.answers.button = 1;
    const open = (url: string): unknown => window.webContents.openHandler?.({ url, frameName: '', features: '', disposition: 'new-window', referrer: { url: '', policy: 'no-referrer' } });
    expect(['https://example.org/', 'file:///etc/passwd', 'javascript:alert(1)'].map(open)).toEqual([{ action: 'deny' }, { action: 'deny' }, { action: 'deny' }]);
    await expect.poll(() => electron.desktop.openedLinks).toEqual(['https://example.org/']);
    expect(electron.desktop.asked).toMatchObject([{ detail: 'https://example.org/' }]);
  });

  test('S9 a link the user does not want is not opened', async () => {
    const { window, electron } = await started();
    window.webContents.openHandler?.({ url: 'https://example.org/', frameName: '', features: '', disposition: 'new-window', referrer: { url: '', policy: 'no-referrer' } });
    await expect.poll(() => electron.desktop.asked).toHaveLength(1);
    expect(electron.desktop.openedLinks).toEqual([]);
  });

  test('S8 a webview is never attached', async () => {
    const { window } = await started();
    let prevented = 0;
    window.webContents.emit('will-attach-webview', { preventDefault: () => (prevented += 1) }, {}, {});
    expect(prevented).toBe(1);
  });
});

describe('calls', () => {
  test('S10 only the top frame of the own page is answered', async () => {
    const { electron, core } = await started();
    const ask = (frame: Parameters<typeof electron.desktop.invoke>[1], method: unknown = 'app.info'): Promise<unknown> => electron.desktop.invoke('chartroom:invoke', frame, method, {});
    const before = core.handled();
    const refused = [null, { ...ownFrame, url: 'https://evil.example/' }, { ...ownFrame, parent: ownFrame }, { ...ownFrame, destroyed: true }, { ...ownFrame, detached: true }];
    for (const frame of refused) expect(await ask(frame)).toMatchObject({ ok: false, error: { code: 'host.sender' } });
    expect(core.handled()).toBe(before);
    expect(await ask(ownFrame)).toEqual({ ok: true, value: core.info });
    for (const method of ['__proto__', 'constructor', 'no.such', 7, null, {}]) expect(await ask(ownFrame, method)).toMatchObject({ ok: false, error: { code: 'app.method' } });
  });

  test('S10 a channel that nobody registered is not answered', async () => {
    const { electron } = await started();
    expect([...electron.desktop.listening.keys()]).toEqual(['chartroom:invoke', 'chartroom:admit-file']);
  });

  test('D4 a dropped file becomes a token; a path that is none is refused', async () => {
    const { electron, core, profile } = await started();
    const file = join(profile, 'a.csv');
    writeFileSync(file, 'date\n');
    const reply = (await electron.desktop.invoke('chartroom:admit-file', ownFrame, file)) as { ok: true; value: { token: string; name: string; bytes: number } };
    expect(reply).toMatchObject({ ok: true, value: { name: 'a.csv', bytes: 5 } });
    expect(core.files.resolve(reply.value.token, 'read').path).toBe(file);
    expect(JSON.stringify(reply)).not.toContain(profile);
    for (const bad of ['', 'a.csv', '../a.csv', join(profile, 'none.csv'), `${file}\0`, 7, null, undefined, `/${'a'.repeat(40_000)}`]) {
      expect(await electron.desktop.invoke('chartroom:admit-file', ownFrame, bad)).toMatchObject({ ok: false, error: { code: 'file.token' } });
    }
  });

  test('events reach the window, gathered', async () => {
    const { electron, core } = await started();
    const pushes: unknown[] = [];
    electron.desktop.onSend = (channel, args) => pushes.push([channel, ...args]);
    const event: AppEvent = { type: 'data', version: 3, symbols: null };
    core.events.emit(event);
    core.events.emit(event);
    await expect.poll(() => pushes).toEqual([['chartroom:events', [event]]]);
  });
});

describe('start and end', () => {
  test('S17 a second start quits before anything is opened', async () => {
    const run = await runDesktop({ before: ({ desktop }) => void (desktop.firstInstance = false) });
    expect([run.opened(), run.electron.desktop.quits, run.electron.BrowserWindow.all]).toEqual([0, 1, []]);
  });

  test('S17 the first start comes to the front, whatever the second was given', async () => {
    const { electron, window } = await started();
    window.minimized = true;
    electron.app.emit('second-instance', {}, ['chartroom', '--cli', 'import', 'x'], '/tmp', {});
    expect([window.minimized, window.focused, electron.BrowserWindow.all.length]).toEqual([false, true, 1]);
  });

  test('S17 the lock belongs to the profile', async () => {
    const { electron, profile } = await started();
    expect(electron.desktop.paths.get('userData')).toBe(join(profile, 'window'));
  });

  test('a profile whose folder cannot be made is said, and nothing is opened', async () => {
    const file = join(tmpdir(), `chartroom-no-folder-${process.pid}`);
    writeFileSync(file, '');
    const run = await runDesktop({ argv: ['--profile', join(file, 'profile')], profile: file });
    expect([run.electron.desktop.exitCode, run.opened(), run.electron.desktop.errorBoxes[0]?.content]).toEqual([1, 0, expect.stringContaining('permission denied')]);
  });

  test('P5 an addon that does not load is said in a dialog, and nothing is opened', async () => {
    const run = await runDesktop({ loadAddon: () => Promise.reject(new Error('invalid ELF header')) });
    expect(run.electron.desktop.errorBoxes).toMatchObject([{ title: 'Chartroom cannot start', content: expect.stringContaining('invalid ELF header') as string }]);
    expect([run.electron.desktop.exitCode, run.opened()]).toEqual([1, 0]);
  });

  test('a profile that cannot be opened is said in the user\'s language', async () => {
    const run = await runDesktop({
      before: ({ desktop }) => void (desktop.locale = 'zh-CN'),
      openApp: async () => {
        const { AppError } = await import('../../../src/shared/app-error.ts');
        throw new AppError('file.denied', { file: 'workspace.db' });
      },
    });
    await run.settle();
    expect(run.electron.desktop.errorBoxes).toEqual([{ title: 'Chartroom 无法启动', content: 'workspace.db 无法写入：权限不足。请选择其他文件夹。' }]);
    expect(run.electron.desktop.exitCode).toBe(1);
  });

  test('S15 a packaged app does not start with remote debugging', async () => {
    const run = await runDesktop({
      before: ({ desktop }) => {
        desktop.packaged = true;
        desktop.switches.add('remote-debugging-port');
      },
    });
    expect([run.electron.desktop.exitCode, run.opened()]).toEqual([1, 0]);
  });

  test('R12 quitting twice closes once, and the process ends well', async () => {
    const { electron, core, window } = await started();
    let closes = 0;
    const close = core.close.bind(core);
    core.close = () => {
      closes += 1;
      return close();
    };
    electron.app.quit();
    electron.app.quit();
    await expect.poll(() => electron.desktop.exitCode).toBe(0);
    expect([closes, window.isDestroyed()]).toEqual([1, true]);
  });

  test('closing the last window quits', async () => {
    const { electron, window } = await started();
    window.close();
    await expect.poll(() => electron.desktop.exitCode).toBe(0);
  });

  test('R12 an error nobody caught is logged, and the app closes and ends with a failure', async () => {
    const { electron, profile } = await started();
    const before = process.listeners('uncaughtException');
    before.at(-1)?.(new Error('torn'), 'uncaughtException');
    await expect.poll(() => electron.desktop.exitCode).toBe(1);
    expect(readFileSync(join(profile, 'logs/electron.log'), 'utf8')).toContain('torn');
  });
});

describe('the protocol', () => {
  let run: DesktopRun;
  beforeEach(async () => {
    run = await started();
  });

  test.each([
    'app://bundle/..', 'app://bundle/%2e%2e/main/index.js', 'app://bundle/..%5cmain%5cindex.js', 'app://bundle//index.html', 'app://bundle/index.html%00', 'app://bundle/../main/index.js',
    'app://bundle.evil/index.html', 'app://evil/', 'app://bundle@evil/', 'app://bundle', 'app://bundle/none.html', 'app://bundle/%2Fetc/passwd',
  ])('S3 refuses %s', async (address) => {
    const answer = await run.electron.desktop.fetch(address);
    expect([answer.status, answer.headers.get('content-security-policy')]).toEqual([404, contentSecurityPolicy]);
  });

  test('S3 answers GET only', async () => {
    for (const method of ['POST', 'HEAD', 'PUT', 'OPTIONS']) expect((await run.electron.desktop.fetch('app://bundle/', method)).status).toBe(404);
  });
});

describe('the menu', () => {
  const find = (entries: readonly MenuEntry[], label: string): MenuEntry | undefined =>
    entries.flatMap((entry) => [entry, ...(entry.submenu ?? [])]).find((entry) => entry.label === label);

  test('S15 has no entry for reloading or developer tools, on no system', async () => {
    const { applicationMenu } = await import('../../../src/main/electron/application-menu.ts');
    const { desktopTexts } = await import('../../../src/main/electron/desktop-texts.ts');
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      const text = JSON.stringify(applicationMenu(platform, desktopTexts('zh'), () => undefined));
      expect(text).toContain('编辑');
      expect(text).not.toMatch(/reload|devtools/i);
    }
  });

  test('asks the page for the app\'s own commands', async () => {
    const { electron } = await started();
    const pushes: unknown[] = [];
    electron.desktop.onSend = (channel, args) => pushes.push([channel, ...args]);
    find(electron.desktop.menu, 'Import files…')?.click?.();
    expect(pushes).toEqual([['chartroom:events', [{ type: 'command', command: 'import' }]]]);
  });

  test('follows the language of the settings, live, and the theme too', async () => {
    const settings = { 'ui.language': 'zh', 'ui.theme': 'system' };
    const list = (): Setting[] => Object.entries(settings).map(([key, value]) => ({ key, value, origin: 'store' }));
    const core = createFakeApp({ 'settings.list': list });
    const { electron } = await started({ openApp: async () => core });
    expect(find(electron.desktop.menu, '编辑')).toBeDefined();
    Object.assign(settings, { 'ui.language': 'en', 'ui.theme': 'dark' });
    core.events.emit({ type: 'settings', keys: ['ui.language'] });
    await expect.poll(() => find(electron.desktop.menu, 'Edit')).toBeDefined();
    expect(electron.nativeTheme.themeSource).toBe('dark');
  });
});
