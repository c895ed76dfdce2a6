import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Bridge } from '../../../src/shared/bridge.ts';
import type { BarsReply } from '../../../src/shared/contract/bars.ts';
import type { AppEvent } from '../../../src/shared/contract/event.ts';
import type { FileHandle } from '../../../src/shared/contract/files.ts';
import type { Reply } from '../../../src/shared/contract/reply.ts';
import { buildOnce } from '../../build-once.ts';
import { startBuiltApp, type BuiltApp } from '../../doubles/built-app.ts';
import { pagePreload, toPageJson } from '../../doubles/page-preload.ts';
import { findChromium } from '../../find-chromium.ts';

const root = join(import.meta.dirname, '../../..');
const csv = 'date,open,high,low,close,volume\n2020-01-02,10,11,9,10.5,1000\n2020-01-03,10.5,12,10,11.25,2000\n2020-01-06,11.25,11.5,11,11,1500\n';
const standIn = 'https://bundle.chartroom.test';

let folder = '';
let app: BuiltApp;
beforeAll(() => buildOnce(), 180_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-boot-'));
  mkdirSync(join(folder, 'export'));
  writeFileSync(join(folder, 'INVT.csv'), csv);
  app = startBuiltApp(['--profile', join(folder, 'profile')]);
});
afterEach(() => {
  app.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe('the built main entry on the double of Electron', () => {
  test('S2 makes its window, serves the page, answers a call and quits clean', async () => {
    await expect.poll(() => app.ask('window'), { timeout: 10_000 }).toEqual({ address: 'app://bundle/', status: 200, visible: true });
    expect(await app.ask('invoke', 'chartroom:invoke', 'app.info', {})).toMatchObject({ ok: true, value: { host: 'electron', version: '0.1.0', canShowDialogs: true } });
    const page = (await app.ask('fetch', 'app://bundle/', 'GET')) as { headers: Record<string, string> };
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(await app.ask('fetch', 'app://bundle/../main/index.js', 'GET')).toMatchObject({ status: 404 });
    void app.ask('quit');
    // A close that took longer than three seconds would have ended with 1.
    expect(await app.ended).toBe(0);
  });
});

describe('the tray of the built app', () => {
  test('R12 closing the window leaves it running in the tray, from which it quits clean', async () => {
    await expect.poll(() => app.ask('window'), { timeout: 10_000 }).toMatchObject({ visible: true });
    await expect.poll(() => app.ask('tray')).toEqual(['Idle', 'Not refreshed yet', '', 'Refresh now', 'Pause jobs', '', 'Open Chartroom', 'Quit']);
    await app.ask('closeWindow');
    expect(await app.ask('window')).toMatchObject({ visible: false });
    expect(await app.ask('invoke', 'chartroom:invoke', 'app.info', {})).toMatchObject({ ok: true });
    await app.ask('chooseInTray', 'Open Chartroom');
    expect(await app.ask('window')).toMatchObject({ visible: true });
    void app.ask('chooseInTray', 'Quit');
    expect(await app.ended).toBe(0);
  });
});

describe('the command line of the built app', () => {
  async function run(...args: string[]): Promise<{ code: number | null; printed: string }> {
    const line = startBuiltApp(['--cli', ...args, '--profile', join(folder, 'line')]);
    const code = await line.ended;
    return { code, printed: line.printed() };
  }

  test('imports and lists without a window', async () => {
    expect(await run('import', join(folder, 'INVT.csv'), '--symbol', 'INVT', '--market', 'US', '--json')).toMatchObject({ code: 0 });
    const { code, printed } = await run('symbols', '--json');
    expect([code, JSON.parse(printed)]).toMatchObject([0, { symbols: [{ bars: 3 }] }]);
  });

  test('reads the demo workspace of the installed app', async () => {
    const { code, printed } = await run('symbols', '--demo', '--json');
    const { symbols } = JSON.parse(printed) as { symbols: unknown[] };
    expect([code, symbols.length > 20]).toEqual([0, true]);
  }, 40_000);

  test('H8 opens no port: the browser host is refused with a reason', async () => {
    const { code, printed } = await run('serve');
    expect([code, printed.trim()]).toEqual([1, 'chartroom: The browser host runs from a source checkout only. Use the desktop window.']);
  });
});

const chromiumPath = findChromium();

describe.skipIf(chromiumPath === null)('the built app in a real Chromium page (skipped where none is found: set CHARTROOM_CHROMIUM)', () => {
  let browser: Browser | null = null;
  afterEach(() => browser?.close());

  /** The page of the built app: files come from the registered protocol handler, the built preload runs before them. */
  async function openPage(complaints: string[]): Promise<Page> {
    browser = await chromium.launch({ executablePath: chromiumPath ?? '' });
    const page = await browser.newPage();
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.route(`${standIn}/**`, async (route) => {
      const { status, headers, body } = (await app.ask('fetch', route.request().url().replace(standIn, 'app://bundle'), route.request().method())) as {
        status: number; headers: Record<string, string>; body: Uint8Array;
      };
      await route.fulfill({ status, headers, body: Buffer.from(body) });
    });
    await page.exposeFunction('askMain', async (json: string) => toPageJson(await app.ask('invoke', ...(JSON.parse(json) as unknown[]))));
    await page.addInitScript(pagePreload(readFileSync(join(root, 'out/preload/index.cjs'), 'utf8')));
    // What is pushed before the page stands is lost to it, as in the app: it asks for everything when it starts.
    app.onPush((channel, ...args) => void page.evaluate(([name, json]) => (window as unknown as { pushed?(name: string, json: string): void }).pushed?.(name, json), [channel, toPageJson(args)] as const));
    await expect.poll(() => app.ask('window'), { timeout: 10_000 }).not.toBeNull();
    await page.goto(`${standIn}/`);
    return page;
  }

  test('S4 the page loads, calls, receives columns and task events, exports through a dialog token, and nothing breaks the policy', async () => {
    const complaints: string[] = [];
    const page = await openPage(complaints);
    await page.locator('#root > *').first().waitFor();

    const imported = await page.evaluate(async (path) => {
      const { chartroom, filePaths } = window as unknown as { chartroom: Bridge<File>; filePaths: Record<string, string> };
      filePaths['INVT.csv'] = path;
      const ended = new Promise<AppEvent[]>((resolve) => {
        const heard: AppEvent[] = [];
        chartroom.subscribe((events) => {
          heard.push(...events);
          const last = heard.findLast((event) => event.type === 'task');
          if (last?.type === 'task' && last.event.snapshot?.endedAt != null) resolve(heard);
        });
      });
      const file = (await chartroom.admitFile(new File(['x'], 'INVT.csv'))) as Reply<FileHandle> & { ok: true };
      const started = await chartroom.invoke('import.start', { file: file.value.token, options: { symbol: 'INVT', market: 'US' } });
      return { file, started, events: await ended };
    }, join(folder, 'INVT.csv'));
    expect(imported.file).toMatchObject({ ok: true, value: { name: 'INVT.csv', bytes: csv.length } });
    const states = imported.events.flatMap((event) => (event.type === 'task' && event.event.type === 'state' ? [event.event] : []));
    expect(states.map(({ snapshot }) => snapshot?.state)).toEqual(['running', 'completed']);
    expect(states.at(-1)?.snapshot?.result).toMatchObject({ imported: 3, rejected: 0 });

    const bars = await page.evaluate(async () => {
      const reply = (await (window as unknown as { chartroom: Bridge<File> }).chartroom.invoke('bars.read', { symbol: 'INVT' })) as Reply<BarsReply> & { ok: true };
      const { close } = reply.value.columns;
      return { kind: Object.prototype.toString.call(close), close: [...close] };
    });
    expect(bars).toEqual({ kind: '[object Float64Array]', close: [10.5, 11.25, 11] });

    await app.ask('chooseFolder', join(folder, 'export'));
    await page.evaluate(async () => {
      const { chartroom } = window as unknown as { chartroom: Bridge<File> };
      const chosen = (await chartroom.invoke('files.open', { folder: true, use: 'write' })) as Reply<readonly FileHandle[]> & { ok: true };
      const ended = new Promise<void>((resolve) => {
        chartroom.subscribe((events) => {
          for (const event of events) if (event.type === 'task' && event.event.snapshot?.kind === 'report' && event.event.snapshot.endedAt !== null) resolve();
        });
      });
      await chartroom.invoke('reports.create', { symbol: 'INVT', formats: ['html', 'csv'], folder: chosen.value[0]?.token });
      await ended;
    });
    expect(readdirSync(join(folder, 'export')).map((name) => name.replace(/^.*?\./, '')).sort()).toEqual(['csv', 'html', 'manifest.json']);

    expect(complaints).toEqual([]);
    await page.close();
    void app.ask('quit');
    expect(await app.ended).toBe(0);
  }, 60_000);
});
