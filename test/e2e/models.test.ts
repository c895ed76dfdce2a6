import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './axe-findings.ts';
import { importCsv } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';

/** Two invented symbols: one long enough for every model, one too short for most. */
function twoCsv(): string {
  const lines = ['date,open,high,low,close,volume,symbol'];
  for (const [symbol, days] of [['QLONG', 200], ['QNEW', 12]] as const) {
    for (let day = 0; day < days; day++) {
      const close = 100 + day / 10 + Math.sin(day / 5) * 6 + Math.cos(day * 7) * 2;
      const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      lines.push([date, close - 0.4, close + 1, close - 1.2, close, 1000 + ((day * 37) % 400), symbol].map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell)).join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}

describe.skipIf(noBrowser !== null)('the models under the chart', () => {
  let window: Window;
  let page: Page;
  beforeAll(async () => {
    window = await openWindow();
    page = window.page;
    await importCsv(page, 'two.csv', twoCsv(), 'United States');
    await open('QLONG');
  });
  afterAll(() => window?.close());
  const open = async (code: string): Promise<void> => {
    await page.getByRole('gridcell', { name: code, exact: true }).first().click();
    await page.getByRole('heading', { name: code, exact: true }).waitFor();
  };
  const tab = (name: string) => page.getByRole('button', { name, exact: true });
  const panel = (name: string) => page.getByRole('tabpanel', { name, exact: true });

  test('the chip beside the price opens the waterfall, whose points add up to the score', async () => {
    await page.getByRole('button', { name: /^Score [\d.]+, / }).click();
    const caption = panel('Score').getByText(/^Why [\d.]+\?$/);
    await caption.waitFor();
    const score = Number(/[\d.]+/.exec((await caption.textContent()) ?? '')?.[0]);
    const points = await panel('Score').locator('tbody tr > td:nth-last-child(2)').allTextContents();
    const sum = points.reduce((total, text) => total + Number(text.split('/')[0]), 0);
    expect([points.length, Math.abs(sum - score) < 0.6]).toEqual([11, true]);
  });

  test('every figure says as of when, from which source, on which basis and from how many bars', async () => {
    for (const name of ['Score', 'Risk', 'Levels', 'Scenario']) {
      if ((await tab(name).getAttribute('aria-expanded')) !== 'true') await tab(name).click();
      await panel(name).getByText(/as of 2024-07-18 · two\.csv · .+ · 200 bars/).waitFor();
    }
    await expect.poll(() => panel('Scenario').getByText('XNAS:QLONG@2024-07-18').or(panel('Scenario').getByText('US:QLONG@2024-07-18')).count()).toBe(1);
  });

  test('the position shrinks as the stop widens, and an impossible stop says what is allowed', async () => {
    await tab('Risk').click();
    const stop = panel('Risk').getByRole('spinbutton', { name: /Stop distance/ });
    await stop.fill('0');
    await panel('Risk').getByText('0.1 to 100').waitFor();
    await stop.fill('40');
    await panel('Risk').locator('strong').filter({ hasText: /^5\.0%$/ }).waitFor();
    await panel('Risk').getByRole('spinbutton', { name: /Entry price/ }).fill('50');
    await panel('Risk').getByText(/QLONG has gained [\d.]+%: consider taking half/).waitFor();
    await expect.poll(() => panel('Risk').getByText(/^× 0\.[68]|^× 1\./).count()).toBe(1);
  });

  test('a question is answered in sentences with their figures, one in the user’s words too, and another is refused by name', async () => {
    await tab('Ask').click();
    await panel('Ask').getByRole('button', { name: 'Where are support and resistance?' }).click();
    await panel('Ask').getByText(/^Support at [\d.]+, [\d.]+% below/).first().waitFor();
    await panel('Ask').getByText('Figures').first().click();
    await panel('Ask').locator('dd').first().waitFor();
    const own = panel('Ask').getByRole('textbox', { name: 'Ask in your own words' });
    await own.fill('how strong is the trend?');
    await own.press('Enter');
    await panel('Ask').getByRole('heading', { name: 'What is the technical state?' }).waitFor();
    await own.fill('xyzzy');
    await own.press('Enter');
    await panel('Ask').getByText(/support, technical, fundamental, flow, events, overall/).waitFor();
    await panel('Ask').getByRole('button', { name: 'How are the fundamentals?' }).click();
    await panel('Ask').getByText('Fundamentals: unavailable. The data are missing or too short.').waitFor();
    await expect.poll(() => panel('Ask').getByText(/as of 2024-07-18 .* 200 bars/).count()).toBe(1);
  });

  test('a series that is too short says how many bars a figure needs, instead of a figure', async () => {
    await open('QNEW');
    await tab('Scenario').click();
    await panel('Scenario').getByText(/needs 61 bars.* has 12/).waitFor();
    await tab('Score').click();
    await panel('Score').getByText(/No score: 12 bars allow \d+% of the points/).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^Score [\d.]+, / }).count()).toBe(0);
  });

  test('a replay shows the score of the day it has reached', async () => {
    await open('QLONG');
    const chart = page.getByRole('application');
    await expect.poll(() => chart.getAttribute('aria-label')).toMatch(/QLONG, .* 200 bars/);
    await chart.focus();
    await page.keyboard.press('End');
    for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowLeft');
    await page.getByText(/^2024-06-28: open/).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Replay bar by bar' }).click();
    await panel('Score').getByText(/as of 2024-06-28 .* 180 bars/).waitFor();
    await chart.focus();
    await page.keyboard.press('Escape');
    await panel('Score').getByText(/as of 2024-07-18 .* 200 bars/).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByText('Coverage 100%: every rule could be judged.').isVisible()).toBe(true);
  });

  for (const theme of ['Light', 'Dark']) {
    test(`axe finds nothing in the panels in the ${theme.toLowerCase()} theme, and nothing broke the policy`, async () => {
      await page.keyboard.press('Control+,');
      await page.getByRole('radio', { name: theme }).check();
      await page.getByRole('button', { name: 'Symbol', exact: true }).click();
      const found: string[][] = [];
      for (const name of ['Score', 'Risk', 'Levels', 'Scenario']) {
        if ((await tab(name).getAttribute('aria-expanded')) !== 'true') await tab(name).click();
        await panel(name).getByText(/as of 2024/).waitFor();
        found.push(await axeFindings(page, { theme, part: '[role=tabpanel]' }));
      }
      expect([found.flat(), window.problems]).toEqual([[], []]);
    });
  }
});
