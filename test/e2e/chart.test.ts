import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeFindings } from './axe-findings.ts';
import { importCsv } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';

const name = '<img src=x onerror=window.hit=1>';
const days = 400;

/** Bars of one invented symbol whose close says which bar it is: bar n closes at 100 + n / 100, in a wave, with one bar outside its range. */
function waveCsv(): string {
  const lines = ['date,open,high,low,close,volume,symbol,name'];
  for (let n = 0, day = 0; n < days; day++) {
    const date = new Date(Date.UTC(2023, 0, 2 + day));
    if (date.getUTCDay() % 6 === 0) continue;
    const close = 100 + n / 100 + Math.sin(n / 9) * 12;
    lines.push([date.toISOString().slice(0, 10), close - 0.5, close + 1, close - 1.5, close, 1000 + n, 'QWAVE', name].map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell)).join(','));
    n++;
  }
  return `${lines.join('\n')}\n`;
}

describe.skipIf(noBrowser !== null)('the chart workspace', () => {
  let window: Window;
  let page: Page;
  beforeAll(async () => {
    window = await openWindow({ width: 1440, height: 900 });
    page = window.page;
    await importCsv(page, 'wave.csv', waveCsv(), 'United States');
    await page.getByRole('gridcell', { name: 'QWAVE' }).first().click();
    await chart().waitFor();
  });
  /** Leaves whatever floats: one that is only fading away may still answer to the names of the page. */
  const leaveFloating = async (): Promise<void> => {
    const floating = page.locator('[role=dialog], [role=listbox], [role=menu]');
    await expect.poll(async () => {
      if ((await floating.count()) > 0) await page.keyboard.press('Escape');
      return floating.count();
    }).toBe(0);
  };
  beforeEach(async () => {
    await leaveFloating();
    await page.getByRole('button', { name: 'Chart', exact: true }).click();
    await chart().waitFor();
  });
  afterAll(() => window?.close());
  const chart = () => page.getByRole('application');
  const spoken = () => page.locator('[role=status]').filter({ hasText: 'open' });
  const legend = () => page.locator('.chart-legend').first();
  const legendSays = (text: string) => legend().filter({ hasText: text }).waitFor();

  test('shows the newest bar in its legend, and says what it holds to a screen reader', async () => {
    await page.waitForFunction(() => document.querySelector('.chart-legend')?.textContent?.includes('2024') === true);
    await expect.poll(() => chart().getAttribute('aria-label')).toMatch(/QWAVE, Day, 400 bars from 2023-01-02 to 2024-07-12/);
    await legendSays('2024-07-12');
  });

  test('arrow keys move bar by bar and speak the bar, Home reaches the first', async () => {
    await chart().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await spoken().filter({ hasText: '2024-07-11' }).waitFor();
    await page.keyboard.press('Home');
    await legendSays('2023-01-02');
    await expect.poll(() => spoken().textContent()).toMatch(/^2023-01-02: open 99\.50, high 101\.00/);
  });

  test('the wheel zooms about the pointer and a drag pans', async () => {
    const box = await chart().boundingBox();
    if (box === null) throw new Error('no chart');
    const [x, y] = [box.x + box.width / 2, box.y + 120];
    await page.mouse.move(x, y);
    const before = await legend().textContent();
    await page.mouse.wheel(0, -400);
    await page.mouse.move(x + 1, y);
    await page.waitForFunction(() => true);
    expect((await legend().textContent())?.slice(0, 7)).toBe(before?.slice(0, 7));
    await page.mouse.down();
    await page.mouse.move(x + 300, y, { steps: 5 });
    await page.mouse.up();
    await page.mouse.move(x, y);
    await page.waitForFunction((old) => document.querySelector('.chart-legend')?.textContent !== old, before);
    expect(window.problems).toEqual([]);
  });

  test('weeks and months are offered where days are stored', async () => {
    await page.getByRole('radio', { name: 'Week' }).click();
    await page.getByText(/· 80 bars ·/).waitFor();
    await page.getByRole('radio', { name: 'Month' }).check();
    await page.getByText(/· 19 bars ·/).waitFor();
    await page.getByRole('radio', { name: 'Day' }).check();
    await page.getByText(/· 400 bars ·/).waitFor();
    await expect.poll(() => page.getByRole('radio', { name: 'Day' }).isChecked()).toBe(true);
  });

  test('an adjustment that cannot be computed is refused with its reason', async () => {
    await page.getByRole('button', { name: /^Adjustment/ }).click();
    const forward = page.getByRole('menuitemradio', { name: /Forward/ });
    await expect.poll(() => forward.getAttribute('aria-disabled')).toBe('true');
    await expect.poll(() => forward.textContent()).toContain('splits and dividends');
  });

  test('the table twin holds every bar and copies as tab-separated text', async () => {
    await page.getByRole('button', { name: 'Table' }).click();
    await page.getByRole('gridcell', { name: '2024-07-12' }).waitFor();
    await page.getByRole('button', { name: 'Copy table' }).click();
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
    expect([lines.length, lines[0]?.split('\t').slice(0, 5), lines[1]?.split('\t')[0]]).toEqual([days + 1, ['Date', 'Open', 'High', 'Low', 'Close'], '2024-07-12']);
  });

  test('an indicator says why its figure differs elsewhere, with the first bar on which conventions part', async () => {
    await page.getByRole('button', { name: 'Indicators' }).click();
    await page.getByRole('button', { name: /Relative strength index/ }).click();
    await leaveFloating();
    await page.getByRole('button', { name: 'Why does RSI 14 differ elsewhere?' }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: 'Why does mine differ? RSI 14' });
    await dialog.getByRole('row', { name: /^Tongdaxin Period 14, Averaging Wilder, from the first value/ }).waitFor();
    await expect.poll(() => dialog.getByRole('listitem').filter({ hasText: 'TA-Lib and Tongdaxin' }).textContent()).toMatch(/part first on 2023-01-\d\d .* Averaging is Wilder, from the mean against Wilder, from the first value/);
    expect(await axeFindings(page, { part: '[role=dialog]' })).toEqual([]);
    await leaveFloating();
    await chart().hover();
    await page.getByRole('button', { name: 'Remove RSI 14' }).click();
  });

  test('an indicator is added from the registry, its parameter edited within its range, and removed', async () => {
    await page.getByRole('button', { name: 'Indicators' }).click();
    await page.getByRole('button', { name: /Relative strength index/ }).click();
    await page.getByRole('button', { name: 'Settings of RSI 14' }).click();
    const period = page.getByRole('spinbutton', { name: 'Period' });
    await period.fill('0');
    await page.getByText(/^\d+ to \d+$/).waitFor();
    await period.fill('21');
    await page.locator('.chart-legend').filter({ hasText: 'RSI 21' }).waitFor();
    await leaveFloating();
    await chart().hover();
    await page.getByRole('button', { name: 'Remove RSI 21' }).click();
    const pane = page.locator('.chart-legend').filter({ hasText: 'RSI 21' });
    await pane.waitFor({ state: 'detached' });
    await expect.poll(() => pane.count()).toBe(0);
  });

  test('Chan elements are listed with their standing, and choosing one shows it', async () => {
    await page.getByRole('button', { name: 'Overlays' }).click();
    await page.getByRole('checkbox', { name: 'Chan structure' }).check();
    await page.getByRole('checkbox', { name: 'HAMA candles and line' }).check();
    await leaveFloating();
    await page.getByRole('button', { name: 'Chan', exact: true }).click();
    const grid = page.getByRole('grid', { name: 'Chan structure' });
    await grid.getByText(/provisional since/).first().waitFor();
    const before = await legend().textContent();
    await grid.getByRole('row').nth(6).click();
    await page.waitForFunction((old) => document.querySelector('.chart-legend')?.textContent !== old, before);
    await expect.poll(() => grid.getByRole('row', { selected: true }).count()).toBe(1);
    const here = page.getByRole('region', { name: 'Chan at this bar' });
    await here.getByRole('listitem').first().filter({ hasText: /(confirmed|provisional since \d{4})/ }).waitFor();
  });

  test('Chan keeps when each element was first seen, and reads the timeframes together', async () => {
    await page.getByRole('radio', { name: 'First seen' }).check();
    const log = page.getByRole('grid', { name: 'First seen' });
    await log.getByRole('row', { name: /\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d/ }).first().waitFor();
    await expect.poll(() => log.getByRole('columnheader').allTextContents()).toEqual(['Element', 'Direction', 'From', 'First seen', 'Last moved', 'Final', 'Vanished']);
    await page.getByRole('radio', { name: 'Timeframes' }).check();
    await page.getByRole('rowheader', { name: 'Week' }).waitFor();
    await page.getByRole('radio', { name: 'Structure' }).check();
  });

  test('Chan options come from a file, and an option that is none says what is allowed', async () => {
    await page.getByRole('button', { name: 'Overlays' }).click();
    const load = async (text: string): Promise<void> => page.locator('input[type=file][accept*=json]').setInputFiles({ name: 'chan.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await load('{"bi_strict": "perhaps"}');
    await page.getByText(/bi_strict: "perhaps" is not allowed/).first().waitFor();
    await load('{"bi_strict": false, "divergence_rate": "inf"}');
    await page.getByText(/bi_strict: "perhaps" is not allowed/).first().waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('combobox', { name: 'Options' }).textContent()).toContain('Own options');
    await page.getByRole('combobox', { name: 'Options' }).click();
    await page.getByRole('option', { name: 'Standard' }).click();
    await leaveFloating();
  });

  test('HAMA is read on every timeframe, closed bars only, and says where they are too few', async () => {
    await page.getByRole('button', { name: 'HAMA', exact: true }).click();
    await page.getByText('Confidence').waitFor();
    const months = page.getByRole('listitem').filter({ hasText: 'Month' });
    await expect.poll(() => months.textContent()).toMatch(/needs \d+ bars, has 18/);
  });

  test('replay shows what was known on a bar and steps on with the keys', async () => {
    await chart().focus();
    await page.keyboard.press('End');
    for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Replay bar by bar' }).click();
    await page.getByText('bar 390 of 400').waitFor();
    const header = page.locator('header').filter({ hasText: 'QWAVE' });
    const price = await header.textContent();
    await page.keyboard.press('ArrowRight');
    await page.getByText('bar 391 of 400').waitFor();
    await legendSays('2024-07-01');
    await expect.poll(() => header.textContent()).not.toBe(price);
    await expect.poll(() => page.locator('div', { has: page.locator('dt', { hasText: 'Last bar' }) }).last().textContent()).toContain('2024-07-01');
    await page.keyboard.press('Escape');
    await page.getByText('bar 391 of 400').waitFor({ state: 'detached' });
    await expect.poll(() => page.getByText('· 400 bars ·').isVisible()).toBe(true);
  });

  test('the canvases are drawn anew for a screen of another density', async () => {
    const session = await page.context().newCDPSession(page);
    const sharpness = () => page.evaluate(() => [...document.querySelectorAll<HTMLCanvasElement>('.chart canvas')].map((canvas) => canvas.width / canvas.clientWidth));
    const density = (deviceScaleFactor: number) => session.send('Emulation.setDeviceMetricsOverride', { width: 1440, height: 900, deviceScaleFactor, mobile: false });
    await density(2);
    await chart().focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => [...document.querySelectorAll<HTMLCanvasElement>('.chart canvas')].every((canvas) => canvas.width > canvas.clientWidth));
    await expect.poll(() => sharpness()).toEqual([2, 2]);
    await session.send('Emulation.clearDeviceMetricsOverride');
  });

  for (const theme of ['Light', 'Dark']) {
    test(`axe finds nothing in the ${theme.toLowerCase()} theme: chart, panels, menus, table`, async () => {
      await page.keyboard.press('Control+,');
      await page.getByRole('radio', { name: theme }).check();
      await page.getByRole('button', { name: 'Symbol', exact: true }).click();
      await chart().waitFor();
      const found: string[][] = [];
      await page.getByRole('button', { name: 'Indicators' }).click();
      await page.getByRole('button', { name: 'Settings of MA 5' }).click();
      found.push(await axeFindings(page, { theme }));
      await leaveFloating();
      await page.getByRole('button', { name: 'Overlays' }).click();
      found.push(await axeFindings(page, { theme, part: '[role=dialog]' }));
      await leaveFloating();
      await page.getByRole('button', { name: 'Table' }).click();
      found.push(await axeFindings(page, { theme, part: 'main' }));
      expect(found.flat()).toEqual([]);
    });
  }

  test('S14 a symbol named <img onerror> stays text beside and on the chart, and nothing broke the policy', async () => {
    await page.getByText(name, { exact: true }).first().waitFor();
    expect(await page.evaluate(() => [document.querySelectorAll('img').length, 'hit' in globalThis])).toEqual([0, false]);
    expect(window.problems).toEqual([]);
  });
});
