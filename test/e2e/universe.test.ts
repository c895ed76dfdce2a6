import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './axe-findings.ts';
import { chooseFiles, importCsv, inventedCsv } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';

/** The symbols of `inventedCsv` with three industries in turn. */
function listCsv(symbols: number): string {
  const industries = ['Energy', 'Health', 'Utilities'];
  return `Symbol,Security,GICS Sector\n${Array.from({ length: symbols }, (_, index) => `QAA${String.fromCharCode(65 + index)},Company ${index},${industries[index % 3] ?? ''}`).join('\n')}\n`;
}

async function importList(page: Page, text: string): Promise<void> {
  await chooseFiles(page, [{ name: 'list.csv', text }]);
  const dialog = page.getByRole('dialog', { name: 'Import files' });
  await dialog.getByText('A list of instruments.').waitFor();
  await dialog.getByRole('button', { name: /^Import/ }).last().click();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}

describe.skipIf(noBrowser !== null)('the pages about the universe', () => {
  let window: Window;
  let page: Page;
  beforeAll(async () => {
    window = await openWindow();
    page = window.page;
  });
  afterAll(() => window?.close());
  const openPage = (name: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name, exact: true }).click();
  const entry = (name: string) => page.getByRole('navigation', { name: 'Scans' }).getByRole('button', { name });

  test('an empty workspace says what to do', async () => {
    await openPage('Scan');
    await page.getByRole('heading', { name: 'Nothing to rank yet' }).waitFor();
    await openPage('Industries');
    await page.getByRole('heading', { name: 'Nothing to rank yet' }).waitFor();
    await expect.poll(() => page.getByRole('main').getByRole('button', { name: 'Import files' }).count()).toBe(1);
  });

  test('what is imported is ranked without ties, and the row that is chosen opens its symbol', async () => {
    await importCsv(page, 'bars.csv', inventedCsv(24, 70), 'United States');
    await importList(page, listCsv(24));
    await openPage('Scan');
    const grid = page.getByRole('grid', { name: 'Ranking' });
    await grid.getByRole('row').nth(5).waitFor();
    const ranks = await grid.getByRole('row').locator('[role=gridcell]:nth-child(2)').allTextContents();
    expect([ranks.length > 10, new Set(ranks).size === ranks.length]).toEqual([true, true]);
    await page.getByText(/symbols ranked/).waitFor();
    await page.getByText(/figures? with gaps/).click();
    await page.getByText('Turnover missing for 24').waitFor();
    await grid.getByRole('row').nth(1).click();
    await page.getByRole('complementary', { name: 'Inspector' }).getByRole('button', { name: 'Open' }).click();
    await page.getByRole('application').waitFor();
  });

  test('a day of the past is typed or picked, and the badge says that the figures are of it', async () => {
    await openPage('Scan');
    const field = page.getByRole('textbox', { name: 'As of' });
    await field.fill('2024-02-30');
    await field.press('Enter');
    await page.getByText('Write a day as YYYY-MM-DD, no later than 2024-03-11').waitFor();
    await field.fill('2024/3/7');
    await field.press('Enter');
    await page.getByRole('button', { name: '2024-03-07 · frozen' }).waitFor();
    await page.getByRole('button', { name: 'Pick a day' }).click();
    await page.getByRole('button', { name: '2024-03-07', exact: true }).press('ArrowLeft');
    await page.getByRole('button', { name: '2024-03-06', exact: true }).press('Enter');
    await page.getByRole('button', { name: '2024-03-06 · frozen' }).waitFor();
    await page.getByRole('button', { name: 'Back to the newest day' }).click();
    await page.getByRole('button', { name: /^2024-03-11 · \d+ sessions behind$/ }).waitFor();
    await expect.poll(() => field.inputValue()).toBe('');
  });

  test('every detector answers, with its thresholds scaled to the universe', async () => {
    await openPage('Scan');
    for (const name of ['Hot spots', 'Hot list', 'Steady rise']) {
      await entry(name).first().click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await page.getByText(/in this universe: \d/).waitFor();
    }
    await entry('Needle under 20').first().click();
    await page.getByRole('radio', { name: 'Double bottom' }).check();
    await expect.poll(() => page.getByRole('radio', { name: 'Double bottom' }).isChecked()).toBe(true);
  });

  test('a rule is marked at the wrong token, run, kept under a name, exported and removed', async () => {
    await entry('New rule').click();
    const text = page.getByRole('textbox', { name: 'Rule', exact: true });
    await text.fill('closse > 1');
    await page.locator('mark').filter({ hasText: 'closse' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Run' }).isDisabled()).toBe(true);
    await text.fill('close > 1 and score >= 0');
    await page.getByText('The rule can be read.').waitFor();
    await text.press('Control+Enter');
    const grid = page.getByRole('grid', { name: 'New rule' });
    await grid.getByRole('row').nth(1).click();
    await page.getByRole('table', { name: 'Why it is in' }).getByText('close > 1').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    expect((await readFile(await download.path(), 'utf8')).split('\r\n')[0]).toMatch(/^\uFEFFCode,Rank,/);
    await page.getByRole('textbox', { name: 'Name' }).fill('All of them');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'All of them', level: 1 }).waitFor();
    await page.getByText(/the session before: \d+ entered, \d+ left/).waitFor();
    await page.getByRole('button', { name: 'Keep this run' }).click();
    await page.getByText(/Kept last: /).waitFor();
    await page.getByRole('button', { name: /^Add all \d+ to list$/ }).click();
    await page.getByText(/added to All of them, 0 were in it/).waitFor();
    await page.getByRole('radio', { name: 'Back-test' }).check();
    await page.getByText(/^Worth from .* to .*; lowest/).waitFor();
    await page.getByRole('grid', { name: 'Trades' }).getByRole('row').nth(1).waitFor();
    await page.getByRole('radio', { name: 'Matches' }).check();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('heading', { name: 'Ranking', level: 1 }).waitFor();
  });

  test('the weights of the signals change their strength, and go back to the usual ones', async () => {
    await entry('Signals').click();
    await page.getByText('Weights and thresholds').click();
    const hot = page.getByRole('spinbutton', { name: 'Weight of Hot' });
    for (const name of ['Hot', 'Jump', 'Volatility', 'Steady', 'Price', 'Turnover', 'Needle']) await page.getByRole('spinbutton', { name: `Weight of ${name}` }).fill('0');
    await page.getByText('No signal fired on this day.').waitFor();
    await page.getByRole('button', { name: 'Usual values' }).click();
    await page.getByRole('grid', { name: 'Signals' }).waitFor();
    await expect.poll(() => hot.inputValue()).toBe('0.25');
  });

  test('industries are shown as a map, by heat, day by day and side by side', async () => {
    await openPage('Industries');
    const map = page.getByRole('list', { name: 'Industries by traded value' });
    await map.getByRole('button').first().click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByText('Average rank').first().waitFor();
    const found = [await axeFindings(page, { part: 'main' })];
    await page.getByRole('radio', { name: 'Weighted heat' }).check();
    await page.getByRole('grid', { name: 'Weighted heat' }).getByRole('row').nth(1).waitFor();
    await page.getByRole('radio', { name: 'Trend' }).check();
    await page.getByRole('columnheader', { name: 'Lift' }).waitFor();
    found.push(await axeFindings(page, { part: 'main' }));
    await page.getByRole('radio', { name: 'Compare' }).check();
    for (const place of [0, 1]) await page.getByRole('checkbox').nth(place).check();
    await expect.poll(() => page.getByRole('table', { name: 'Compare' }).getByRole('row', { name: /^Average rank \d/ }).getByRole('cell').count()).toBe(2);
    expect(found.flat()).toEqual([]);
  });

  test('the dashboard shows market, symbols, industries, movers and signals, and each leads on', async () => {
    await openPage('Dashboard');
    for (const name of ['Market', 'Industries', 'Signals', 'Alerts', 'News', 'Data']) await page.getByRole('region', { name, exact: true }).waitFor();
    await page.getByRole('table', { name: 'Rising' }).getByRole('button').first().waitFor();
    await page.getByRole('region', { name: 'Industries' }).getByRole('listitem').nth(2).waitFor();
    const found = await axeFindings(page, { part: 'main' });
    await page.getByRole('button', { name: 'More: Signals' }).click();
    await page.getByRole('navigation', { name: 'Scans' }).waitFor();
    await openPage('Dashboard');
    await page.getByRole('table', { name: 'Rising' }).getByRole('button').first().click();
    await page.getByRole('application').waitFor();
    expect(found).toEqual([]);
  });

  for (const theme of ['Light', 'Dark']) {
    test(`axe finds nothing on the Scan page in the ${theme.toLowerCase()} theme, and nothing broke the policy`, async () => {
      await page.keyboard.press('Control+,');
      await page.getByRole('radio', { name: theme }).check();
      const found: string[][] = [];
      await openPage('Industries');
      await page.getByRole('list', { name: 'Industries by traded value' }).getByRole('button').first().waitFor();
      if (theme === 'Dark') found.push(await axeFindings(page, { theme, part: 'main' }));
      await openPage('Scan');
      await page.getByRole('main').getByRole('row').nth(2).waitFor();
      found.push(await axeFindings(page, { theme, part: 'main' }));
      expect([found.flat(), window.problems]).toEqual([[], []]);
    });
  }
});
