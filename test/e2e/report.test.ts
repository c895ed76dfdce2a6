import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCsv } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';

const markup = '<img src=x onerror=window.hit=1><script>window.hit=1</script>';
const formula = '=cmd|\' /C calc\'!A0';
const turned = '\u202Egnp.exe\u202C 贵州';
const endless = 'W'.repeat(10_000);
const hostile: Readonly<Record<string, string>> = { QHA: markup, QHB: formula, QHC: turned, QHD: endless };

const csv = ['date,open,high,low,close,volume,symbol,name', ...Object.entries(hostile).flatMap(([symbol, name]) =>
  Array.from({ length: 40 }, (_, day) => `${new Date(Date.UTC(2024, 0, 2 + day)).toISOString().slice(0, 10)},10,11,9,${10 + (day % 3) / 10},1000,${symbol},"${name.replaceAll('"', '""')}"`))].join('\n');

describe.skipIf(noBrowser !== null)('a report from the window', () => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow();
    await importCsv(window.page, `${markup.replaceAll(/[<>/]/g, '_')}.csv`, csv, 'United States');
  });
  afterAll(() => window?.close());

  const folder = (): string => join(window.profile, 'reports');
  const openSymbol = async (code: string): Promise<void> => {
    await window.page.keyboard.press('Control+k');
    await window.page.getByRole('combobox', { name: 'Search or command' }).fill(code);
    await window.page.getByRole('option', { name: new RegExp(code) }).first().click();
    await window.page.getByRole('main').getByRole('heading').filter({ hasText: code }).first().waitFor();
  };
  /** Makes the report of a symbol; the name of its manifest. */
  const makeReport = async (code: string): Promise<string> => {
    const { page } = window;
    await openSymbol(code);
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: `Report on ${code}` });
    for (const label of ['Bars as CSV', 'Bars as JSON', 'Markdown text']) await dialog.getByLabel(label, { exact: true }).check();
    // Printing takes seconds; one page stands for all, and it is the Chinese one.
    await dialog.getByLabel('PDF', { exact: true }).setChecked(code === 'QHC');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByRole('button', { name: 'Verify', exact: true }).click();
    await dialog.getByText('Every file and every input is as the manifest says.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    return readdirSync(folder()).find((name) => name.startsWith(code) && name.endsWith('.manifest.json')) ?? '';
  };

  test('S14 hostile names are text in the window', async () => {
    const { page } = window;
    for (const name of [markup, formula, turned]) await page.getByRole('gridcell', { name, exact: true }).first().waitFor();
    for (const code of Object.keys(hostile)) await openSymbol(code);
    expect(await page.evaluate(() => [document.images.length, 'hit' in globalThis])).toEqual([0, false]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('S14 D3 hostile names are text in every export, and the report opens without running anything', async () => {
    for (const [code, name] of Object.entries(hostile)) {
      const manifest = await makeReport(code);
      const text = (format: string): string => readFileSync(join(folder(), manifest.replace('manifest.json', format)), 'utf8');
      const shown = name.slice(0, 200);
      expect([text('html').includes('<img'), text('html').includes('<script')]).toEqual([false, false]);
      expect(JSON.parse(text('json'))).toMatchObject({ name: shown });
      expect(text('csv').split(/\r?\n/).flatMap((line) => line.split(',')).filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
      expect(text('md')).not.toMatch(/(^|[^\\])<(img|script)/);
    }
    const page = await window.newPage();
    await page.setContent(readFileSync(join(folder(), readdirSync(folder()).find((name) => name.startsWith('QHA') && name.endsWith('.html')) ?? ''), 'utf8'));
    expect([await page.title(), await page.evaluate(() => [document.images.length, 'hit' in globalThis])]).toEqual([expect.stringContaining('QHA'), [0, false]]);
    await page.close();
  });

  test.skipIf(!existsSync('/usr/bin/pdftotext'))('the words of the PDF are intact, Chinese ones too', () => {
    const pdf = readdirSync(folder()).find((name) => name.startsWith('QHC') && name.endsWith('.pdf')) ?? '';
    expect(execFileSync('/usr/bin/pdftotext', [join(folder(), pdf), '-'], { encoding: 'utf8' })).toContain('贵州');
  });

  test('a report someone handed over is verified with its files, and a changed one is named', async () => {
    const { page } = window;
    const names = readdirSync(folder()).filter((name) => name.startsWith('QHB'));
    const files = names.map((name) => ({ name, mimeType: 'application/octet-stream', buffer: readFileSync(join(folder(), name)) }));
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or command' }).fill('Verify a report');
    await page.getByRole('option', { name: /Verify a report/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Verify a report' });
    const choose = async (given: typeof files): Promise<void> => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), dialog.getByRole('button', { name: 'Choose the files' }).click()]);
      await chooser.setFiles(given);
    };
    await choose(files);
    await dialog.getByText('Every file and every input is as the manifest says.').waitFor();
    const csvName = names.find((name) => name.endsWith('.csv')) ?? '';
    await choose(files.map((file) => (file.name === csvName ? { ...file, buffer: Buffer.concat([file.buffer, Buffer.from(' ')]) } : file)));
    await dialog.getByText(`Changed since: ${csvName}`).waitFor();
    await choose(files.filter(({ name }) => !name.endsWith('.manifest.json')));
    await dialog.getByText('None of the files is a manifest.', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    expect(window.problems).toEqual([]);
  });
});
