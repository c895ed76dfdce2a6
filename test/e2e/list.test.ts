import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCsv, inventedCsv } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';
import { untilKept } from './until-kept.ts';

const names = new Map([[3, '青禾食品'], [700, '北岳重工']]);

describe.skipIf(noBrowser !== null)('the instrument list', () => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow();
    await importCsv(window.page, 'many.csv', inventedCsv(800, 3, (index) => names.get(index) ?? `Company ${index}`), 'United States');
    await window.page.getByRole('row').nth(5).waitFor();
  });
  afterAll(() => window?.close());
  const chosen = (): Promise<string[]> => window.page.getByRole('row', { selected: true }).allInnerTexts();

  test('800 symbols are drawn as a few dozen rows', async () => {
    const { page } = window;
    const grid = page.getByRole('grid', { name: 'All symbols' });
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('801');
    await expect.poll(() => grid.getByRole('row').count()).toBeLessThan(80);
  });

  test('arrows, Page Down, End and Home move the choice and keep it in sight', async () => {
    const { page } = window;
    await page.getByRole('row').nth(1).click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('row', { selected: true }).getByText('QAAC').waitFor();
    await page.keyboard.press('End');
    await page.getByRole('row', { selected: true }).getByText('QBET').waitFor();
    await page.keyboard.press('Home');
    await page.getByRole('row', { selected: true }).getByText('QAAA').waitFor();
    await page.keyboard.press('PageDown');
    await expect.poll(async () => (await chosen())[0]).not.toMatch(/^QAAA/);
  });

  test('search finds by code, by name and by pinyin initials, and says when nothing matches', async () => {
    const { page } = window;
    const field = page.getByRole('textbox', { name: 'Code, name or pinyin' });
    for (const [text, code] of [['qaac', 'QAAC'], ['company 42', 'QABQ'], ['byzg', 'QBAY'], ['青禾', 'QAAD']] as const) {
      await field.fill(text);
      await expect.poll(() => page.getByRole('row').nth(1).innerText()).toMatch(new RegExp(`^${code}`));
    }
    await page.getByText(/^\d+ of 800$/).waitFor();
    await field.fill('no such thing');
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await page.getByText('800', { exact: true }).waitFor();
  });

  test('a column sorts by click, keeps the choice, and copies as tab-separated text', async () => {
    const { page } = window;
    await page.getByRole('row').nth(2).click();
    const before = (await chosen())[0]?.split('\n')[0];
    await page.getByRole('columnheader', { name: 'Last' }).getByRole('button').click();
    await expect.poll(() => page.getByRole('columnheader', { name: 'Last' }).getAttribute('aria-sort')).toBe('descending');
    await page.getByRole('row', { selected: true }).getByText(before ?? '').waitFor();
    await page.getByRole('grid', { name: 'All symbols' }).focus();
    await page.keyboard.press('Control+c');
    const [header, row] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
    expect([header, row?.split('\t')[0]]).toEqual(['Code\tName\tLast\tChg %', before]);
  });

  test('the menu of the table chooses columns, and the choice outlives the page', async () => {
    const { page } = window;
    const heads = (): Promise<string[]> => page.getByRole('grid', { name: 'All symbols' }).getByRole('columnheader').allInnerTexts();
    await page.getByRole('row').nth(2).click({ button: 'right' });
    await untilKept(page, 'ui.layout', () => page.getByRole('menuitemcheckbox', { name: 'Volume' }).click());
    await page.keyboard.press('Escape');
    await expect.poll(() => heads()).toEqual(['Code', 'Name', 'Last', 'Chg %', 'Volume']);
    await page.reload();
    await page.getByRole('row').nth(5).waitFor();
    await expect.poll(() => heads()).toEqual(['Code', 'Name', 'Last', 'Chg %', 'Volume']);
    expect(window.problems).toEqual([]);
  });

  test('typing a symbol anywhere opens the palette; Enter opens the best hit', async () => {
    const { page } = window;
    await page.getByRole('main').focus();
    await page.keyboard.type('qbc');
    await page.getByRole('option').first().getByText('QBCA').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByText(/QBCA/).first().waitFor();
    await expect.poll(async () => (await chosen())[0]).toMatch(/^QBCA/);
  });

  test('keys that follow Ctrl+K in one burst all reach the palette, and leaving it gives the focus back', async () => {
    const { page } = window;
    const cdp = await page.context().newCDPSession(page);
    const settings = page.getByRole('button', { name: 'Settings', exact: true });
    const focused = (): Promise<boolean> => settings.evaluate((element) => element === document.activeElement);
    await settings.focus();
    const stroke = (key: string, text: string, modifiers = 0) => [
      cdp.send('Input.dispatchKeyEvent', { type: text === '' ? 'rawKeyDown' : 'keyDown', key, windowsVirtualKeyCode: key === 'Enter' ? 13 : key.toUpperCase().charCodeAt(0), modifiers, text }),
      cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, modifiers }),
    ];
    const control = 2;
    await Promise.all([stroke('k', '', control), stroke('q', 'q'), stroke('b', 'b'), stroke('d', 'd'), stroke('Enter', '\r')].flat());
    await expect.poll(async () => (await chosen())[0]).toMatch(/^QBDA/);
    await settings.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe(true);
  });

  test('an input method that composes neither opens nor answers the palette', async () => {
    const { page } = window;
    const cdp = await page.context().newCDPSession(page);
    await page.keyboard.press('Control+k');
    const input = page.getByRole('combobox', { name: 'Search or command' });
    await expect.poll(() => input.evaluate((element) => element === document.activeElement)).toBe(true);
    await cdp.send('Input.imeSetComposition', { text: 'bei', selectionStart: 3, selectionEnd: 3 });
    await input.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    await expect.poll(() => input.isVisible()).toBe(true);
    await cdp.send('Input.insertText', { text: '北岳' });
    await page.getByRole('option').first().getByText('QBAY').waitFor();
    await page.keyboard.press('Escape');
  });
});
