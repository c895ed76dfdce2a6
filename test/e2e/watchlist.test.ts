import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCsv, inventedCsv } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';

describe.skipIf(noBrowser !== null)('watchlists', () => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow();
    await importCsv(window.page, 'six.csv', inventedCsv(6, 3), 'United States');
    await window.page.getByRole('row').nth(5).waitFor();
  });
  afterAll(() => window?.close());

  const choose = async (item: string): Promise<void> => {
    await window.page.getByRole('button', { name: /^Watchlist:/ }).click();
    await window.page.getByRole('menuitem', { name: item }).or(window.page.getByRole('menuitemradio', { name: item })).click();
  };
  const codes = async (): Promise<string[]> => {
    const rows = await window.page.getByRole('grid').first().getByRole('row').allInnerTexts();
    return rows.slice(1).map((row) => row.split('\n')[0] ?? '');
  };

  test('a list is made from pasted codes, and says what it could not read', async () => {
    const { page } = window;
    await choose('New list…');
    const dialog = page.getByRole('dialog', { name: 'New watchlist' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Core');
    await dialog.getByRole('textbox', { name: 'Symbols (optional)' }).fill('qaac, qaaa\n600519.SH\n#what is this');
    await dialog.getByRole('button', { name: 'Create list' }).click();
    await dialog.getByText('3 symbols added').waitFor();
    await dialog.getByText('Without bars so far: XSHG:600519').waitFor();
    await dialog.getByText('no symbol').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect.poll(codes).toEqual(['QAAC', 'QAAA', '600519']);
  });

  test('a member without bars says so, and how to get them', async () => {
    const { page } = window;
    await page.getByRole('row').filter({ hasText: '600519' }).click();
    const main = page.getByRole('main');
    await main.getByRole('heading', { name: 'No bars of XSHG:600519 yet' }).waitFor();
    expect(await main.getByRole('button', { name: 'Fetch bars' }).count()).toBe(1);
  });

  test('keys carry a row along and take it out, the menu of a row adds it to a list', async () => {
    const { page } = window;
    await page.getByRole('row').filter({ hasText: 'QAAA' }).click();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(codes).toEqual(['QAAA', 'QAAC', '600519']);
    await page.keyboard.press('Delete');
    await expect.poll(codes).toEqual(['QAAC', '600519']);
    await choose('All symbols');
    await page.getByRole('row').filter({ hasText: 'QAAE' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Add to “Core”' }).click();
    await choose('Core');
    await expect.poll(codes).toEqual(['QAAC', '600519', 'QAAE']);
  });

  test('a tag given in the menu of a row is found by the search', async () => {
    const { page } = window;
    await page.getByRole('row').filter({ hasText: 'QAAE' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Tags…' }).click();
    await page.getByRole('dialog', { name: 'Tags of QAAE' }).getByRole('textbox').fill('core, bank');
    await page.getByRole('button', { name: 'Save' }).click();
    const search = page.getByRole('textbox', { name: 'Code, name or pinyin' });
    await search.fill('#bank');
    await expect.poll(codes).toEqual(['QAAE']);
    await search.fill('');
  });

  test('the star of a symbol puts it on a list, and the palette shows a list', async () => {
    const { page } = window;
    await choose('All symbols');
    await page.getByRole('row').filter({ hasText: 'QAAB' }).click();
    await page.getByRole('button', { name: 'Watchlists with this symbol' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Core' }).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search or command' }).fill('core');
    await page.getByRole('option', { name: 'Show watchlist “Core”' }).click();
    await expect.poll(codes).toEqual(['QAAC', '600519', 'QAAE', 'QAAB']);
  });

  test('a list is renamed and deleted, after a second press', async () => {
    const { page } = window;
    await choose('Edit list…');
    const dialog = page.getByRole('dialog', { name: 'Edit “Core”' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Banks');
    await dialog.getByRole('textbox', { name: 'Group (optional)' }).fill('Own');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Watchlist: Banks' }).click();
    await page.getByText('Own', { exact: true }).waitFor();
    await page.getByRole('menuitem', { name: 'Edit list…' }).click();
    await page.getByRole('button', { name: 'Delete list' }).click();
    await page.getByRole('button', { name: 'Delete it and its 4 symbols' }).click();
    await page.getByRole('button', { name: 'Watchlist: All symbols' }).waitFor();
    expect(window.problems).toEqual([]);
  });
});
