import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron as electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronBinary } from './electron-binary.ts';

const binary = electronBinary();
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const reason = binary === null ? 'no Electron binary: run `npx install-electron`' : hasDisplay ? null : 'no display';

describe.skipIf(reason !== null)(`the desktop window (${reason ?? 'Electron found'})`, () => {
  let folder = '';
  let desktop: ElectronApplication;
  let page: Page;
  const problems: string[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chartroom-e2e-desktop-'));
    desktop = await electron.launch({ executablePath: binary ?? '', args: ['.', '--profile', join(folder, 'profile')], cwd: resolve(import.meta.dirname, '../..') });
    page = await desktop.firstWindow();
    page.on('console', (message) => void (['error', 'warning'].includes(message.type()) && problems.push(message.text())));
    page.on('pageerror', (error) => problems.push(error.message));
  });
  afterAll(async () => {
    await desktop?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('S2 shows the app at app://bundle/', async () => {
    await page.getByRole('navigation').waitFor();
    expect(page.url()).toBe('app://bundle/');
  });

  test('S11 gives the page three functions and nothing of Node', async () => {
    expect(await page.evaluate(() => ({ bridge: Object.keys((window as unknown as { chartroom: object }).chartroom).sort(), node: typeof (globalThis as { process?: unknown }).process }))).toEqual({
      bridge: ['admitFile', 'invoke', 'subscribe'],
      node: 'undefined',
    });
  });

  test('a chosen file becomes bars on the screen', async () => {
    const file = join(folder, 'INVT.csv');
    writeFileSync(file, 'date,open,high,low,close,volume,symbol\n2020-01-02,10,11,9,10.5,1000,INVT\n2020-01-03,10.5,12,10,11.25,2000,INVT\n');
    await page.keyboard.press('Control+o');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('dialog').getByRole('button', { name: 'Choose files' }).click()]);
    await chooser.setFiles(file);
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await dialog.getByRole('combobox', { name: 'Market' }).last().click();
    await page.getByRole('option', { name: 'United States' }).click();
    await dialog.getByRole('button', { name: 'Import 1 file' }).click();
    await dialog.getByRole('button', { name: 'Undo this import' }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('gridcell', { name: 'INVT' }).first().waitFor();
    expect(problems).toEqual([]);
  });

  test('S7 no page opens a window', async () => {
    expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
    expect(desktop.windows()).toHaveLength(1);
  });
});
