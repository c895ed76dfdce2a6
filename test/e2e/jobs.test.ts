import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './axe-findings.ts';
import type { UtcMs } from '../../src/shared/time.ts';
import { diskLevel } from '../../src/main/cache/disk-level.ts';
import { openCacheDatabase } from '../../src/main/cache/open-cache-database.ts';
import { importCsv, inventedCsv } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';

/** Puts values into the cache as a source's answers would. */
function fillCache(profile: string): void {
  const level = diskLevel({ database: openCacheDatabase(join(profile, 'cache.db'), 'write'), byteCap: 1_000_000, access: 'write' });
  const at = Date.now() as UtcMs;
  level.put(['XNAS:ONE', 'XNAS:TWO'].map((key) => ({ region: 'quote', key, symbol: key, value: { price: 1 }, json: '{"price":1}', source: 'invented', fetchedAt: at })));
  level.put([{ region: 'news', key: 'page|1', symbol: null, value: [], json: '[]', source: 'invented', fetchedAt: at }]);
  level.close();
}

describe.skipIf(noBrowser !== null)('jobs and cache', () => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow();
    await importCsv(window.page, 'some.csv', inventedCsv(2, 700), 'Crypto');
    fillCache(window.profile);
    await window.page.getByRole('navigation').getByRole('button', { name: 'Jobs & cache' }).click();
    await window.page.getByRole('grid', { name: 'Jobs' }).waitFor();
  });
  afterAll(() => window?.close());

  test('a job is run by keyboard and its history says what it did', async () => {
    const { page } = window;
    const grid = page.getByRole('grid', { name: 'Jobs' });
    await grid.getByText('HAMA', { exact: true }).click();
    await page.getByRole('button', { name: 'Run now' }).press('Enter');
    await page.getByText(/2 done, 0 failed · by hand/).first().waitFor();
    await expect.poll(() => grid.getByRole('row').filter({ hasText: 'HAMA' }).innerText()).toMatch(/On[^]*Done/);
  });

  test('what it computed stands in the history of the symbol', async () => {
    const { page } = window;
    await page.getByRole('navigation').getByRole('button', { name: 'Symbol' }).click();
    await page.getByRole('grid').getByRole('row').nth(1).click();
    await page.getByRole('button', { name: 'History', exact: true }).click();
    const row = page.getByRole('tabpanel', { name: 'History' }).getByRole('row').nth(1);
    await expect.poll(() => row.innerText()).toMatch(/\d{4}-\d\d-\d\d[^]*(Bullish|Bearish|Ranging)/);
    expect(await axeFindings(window.page)).toEqual([]);
    await page.getByRole('navigation').getByRole('button', { name: 'Jobs & cache' }).click();
    await page.getByRole('grid', { name: 'Jobs' }).getByText('HAMA', { exact: true }).click();
  });

  test('a job is stopped, started and given another interval; all are paused and resumed', async () => {
    const { page } = window;
    const row = page.getByRole('grid', { name: 'Jobs' }).getByRole('row').filter({ hasText: 'HAMA' });
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect.poll(() => row.innerText()).toContain('Stopped');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('combobox', { name: 'Interval' }).click();
    await page.getByRole('option', { name: '30 min' }).click();
    await expect.poll(() => row.innerText()).toContain('Every 30 min');
    await page.getByRole('combobox', { name: 'Symbols' }).click();
    await page.getByRole('option', { name: 'All stored' }).click();
    await expect.poll(() => row.innerText()).toContain('All stored');
    await page.getByRole('button', { name: 'Pause all' }).click();
    await page.getByText(/All jobs are paused/).waitFor();
    expect(await axeFindings(window.page)).toEqual([]);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText(/All jobs are paused/).waitFor({ state: 'detached' });
  });

  test('the cache shows its regions; keys are searched, looked into and cleared', async () => {
    const { page } = window;
    await page.getByRole('radio', { name: 'Cache' }).check();
    const keys = page.getByRole('grid', { name: 'Cached values' });
    await keys.getByText('XNAS:TWO').first().waitFor();
    await expect.poll(() => page.getByRole('grid', { name: 'Regions' }).getByRole('row').filter({ hasText: 'Quotes' }).innerText()).toContain('2');
    await page.getByRole('textbox', { name: 'Search key, symbol or source' }).fill('two');
    await expect.poll(() => keys.getAttribute('aria-rowcount')).toBe('2');
    await keys.getByText('XNAS:TWO').first().click();
    await page.getByText('{"price":1}').waitFor();
    expect(await axeFindings(window.page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear this symbol' }).click();
    await page.getByText('No cached value matches').waitFor();
    await page.getByRole('textbox', { name: 'Search key, symbol or source' }).fill('');
    await expect.poll(() => keys.getAttribute('aria-rowcount')).toBe('3');
    await page.getByRole('button', { name: 'Clear everything' }).click();
    await page.getByRole('button', { name: 'Clear 2 values' }).click();
    await page.getByText('Nothing is cached yet').waitFor();
    expect(window.problems).toEqual([]);
  });
});

describe.skipIf(noBrowser !== null)('the store as a file', () => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow();
    await importCsv(window.page, 'some.csv', inventedCsv(1, 60), 'Crypto');
    await window.page.getByRole('navigation').getByRole('button', { name: 'Data', exact: true }).click();
    await window.page.getByRole('radio', { name: 'Store' }).check();
    await window.page.getByRole('grid', { name: 'Tables' }).waitFor();
  });
  afterAll(() => window?.close());

  test('it is backed up, changed, and put back as it was', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByText(/· regular ·/).first().waitFor();
    await importCsv(page, 'more.csv', inventedCsv(3, 60), 'Crypto');
    await page.getByText('3 symbols').waitFor();
    await page.getByRole('navigation').getByRole('button', { name: 'Data', exact: true }).click();
    await page.getByRole('button', { name: /^Restore 20/ }).first().click();
    await page.getByRole('button', { name: 'Restore this backup' }).click();
    await expect.poll(() => page.getByRole('contentinfo').innerText()).toContain('1 symbol');
  });

  test('a clean-up that would remove nothing says so; a check says that all is well; axe finds nothing', async () => {
    const { page } = window;
    await page.getByRole('navigation').getByRole('button', { name: 'Data', exact: true }).click();
    await page.getByText(/· before a restore ·/).waitFor();
    await page.getByRole('button', { name: 'Clean up …' }).click();
    await page.getByText('There is nothing to clean up.').waitFor();
    expect([await axeFindings(page), await page.getByRole('button', { name: 'Clean up', exact: true }).count()]).toEqual([[], 0]);
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('The store is sound.').waitFor();
    expect(window.problems).toEqual([]);
  });
});
