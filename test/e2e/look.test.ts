import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './axe-findings.ts';
import { chooseFiles, importCsv, inventedCsv } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';
import { untilKept } from './until-kept.ts';

describe.skipIf(noBrowser !== null)('how the window looks and speaks', () => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow();
    await importCsv(window.page, 'some.csv', inventedCsv(30, 4), 'United States');
    await window.page.getByRole('row').nth(5).waitFor();
  });
  afterAll(() => window?.close());
  const root = (): Promise<Record<string, string | undefined>> => window.page.evaluate(() => ({ ...document.documentElement.dataset, lang: document.documentElement.lang }));

  for (const theme of ['Light', 'Dark']) {
    test(`axe finds nothing on any page in the ${theme.toLowerCase()} theme`, async () => {
      const { page } = window;
      await page.keyboard.press('Control+,');
      await page.getByRole('radio', { name: theme }).check();
      const found = [await axeFindings(page, { theme })];
      await page.getByRole('button', { name: 'Data', exact: true }).click();
      await page.getByRole('row').nth(1).click();
      found.push(await axeFindings(page, { theme }));
      await page.getByRole('button', { name: 'Symbol', exact: true }).click();
      await page.getByRole('row').nth(1).click();
      found.push(await axeFindings(page, { theme }));
      await page.keyboard.press('Control+k');
      await page.keyboard.type('q');
      await page.getByRole('option').first().waitFor();
      found.push(await axeFindings(page, { theme }));
      await page.keyboard.press('Escape');
      await chooseFiles(page, [{ name: 'more.csv', text: inventedCsv(2, 5) }]);
      await page.getByText('Only you can tell').waitFor();
      found.push(await axeFindings(page, { theme }));
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(found.flat()).toEqual([]);
    });
  }

  test('language, theme, density and direction colours switch at once and outlive the page', async () => {
    const { page } = window;
    await page.keyboard.press('Control+,');
    await page.getByRole('radio', { name: '中文' }).check();
    await page.getByRole('heading', { name: '设置' }).waitFor();
    await page.getByRole('radio', { name: '深色' }).check();
    await page.getByRole('radio', { name: '紧凑' }).check();
    await untilKept(page, 'ui.direction', () => page.getByRole('radio', { name: /红涨绿跌/ }).check());
    const chosen = { theme: 'dark', direction: 'red-up', density: 'compact', lang: 'zh-CN' };
    await expect.poll(() => root()).toEqual(chosen);
    await page.reload();
    await page.getByRole('button', { name: '导入' }).waitFor();
    await expect.poll(() => root()).toEqual(chosen);
  });

  test('an error on screen changes its language with everything else', async () => {
    const { page } = window;
    await page.keyboard.press('Control+o');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '选择文件', exact: true }).click()]);
    await chooser.setFiles([{ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') }]);
    await page.getByText('文件是空的，请重新下载或导出。').waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('English');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Import' }).waitFor();
    expect((await root())['lang']).toBe('en');
  });

  test('a panel keeps its width and its fold after a reload', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Symbol', exact: true }).click();
    const splitter = page.getByRole('separator', { name: 'Width of the list' });
    await splitter.focus();
    await untilKept(page, 'ui.layout', () => page.keyboard.press('ArrowLeft'));
    await untilKept(page, 'ui.layout', () => page.keyboard.press('ArrowLeft'));
    await page.reload();
    await splitter.waitFor();
    await expect.poll(() => splitter.getAttribute('aria-valuenow')).toBe('288');
    await splitter.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Show list' }).waitFor();
    await page.keyboard.press('Control+b');
    await splitter.waitFor();
  });

  test('F6 goes round the parts of the window', async () => {
    const { page } = window;
    const parts: (string | null)[] = [];
    await page.getByRole('button', { name: 'Symbol', exact: true }).focus();
    for (let step = 0; step < 3; step++) {
      await page.keyboard.press('F6');
      parts.push(await page.evaluate(() => document.activeElement?.closest('aside, main, footer, nav')?.getAttribute('aria-label') ?? null));
    }
    expect(parts.slice(0, 2)).toEqual(['List', 'Work area']);
  });

  test('at 960 × 600 nothing overflows and the list is a drawer', async () => {
    const page = await window.newPage({ width: 960, height: 600 });
    await page.goto(window.address);
    await page.getByRole('navigation').waitFor();
    await expect.poll(() => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])).toEqual([960, 600]);
    await expect.poll(() => page.getByRole('grid', { name: 'All symbols' }).count()).toBe(0);
    await page.keyboard.press('Control+b');
    await page.getByRole('dialog', { name: 'List' }).getByRole('row').nth(1).dblclick();
    await page.getByRole('dialog', { name: 'List' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(960);
  });

  test('T11 when the host is gone the window says so and keeps what it has', async () => {
    const { page } = window;
    await window.killHost();
    await page.getByText('Chartroom does not answer; trying again').waitFor({ timeout: 30_000 });
    await expect.poll(() => page.getByRole('grid', { name: 'All symbols' }).getByRole('row').count()).toBeGreaterThan(10);
  });
});
