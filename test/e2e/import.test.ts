import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zipArchive } from '../doubles/zip-archive.ts';
import { chooseFiles } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';

const withBadRows = `date,open,high,low,close,volume,symbol
2024-01-02,10,11,9,10.5,1000,ZZA
2024-01-03,,11,9,10.5,1000,ZZA
2024-02-30,10,11,9,10.5,1000,ZZA
2024-01-04,10,11,9,oops,1000,ZZA
2024-01-05,10,11,9,10.75,1200,ZZA
`;
const ambiguous = `date,open,high,low,close,volume,symbol
03/04/2024,10,11,9,10.5,1000,ZZB
04/05/2024,10,11,9,10.6,1000,ZZB
05/06/2024,10,11,9,10.7,1000,ZZB
`;

describe.skipIf(noBrowser !== null)('importing files', () => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow();
  });
  afterAll(() => window?.close());

  test('counts add up, rejected rows show line, rule and text, and the import can be taken back', async () => {
    const { page } = window;
    await chooseFiles(page, [{ name: 'bad-rows.csv', text: withBadRows }]);
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await dialog.getByRole('combobox', { name: 'Market' }).last().click();
    await page.getByRole('option', { name: 'United States' }).click();
    await dialog.getByRole('button', { name: 'Import 1 file' }).click();
    await dialog.getByRole('button', { name: 'Undo this import' }).waitFor();
    await expect.poll(() => dialog.getByTestId('counts').innerText()).toMatch(/^5\s+Rows in the file\s+=\s+3\s+Imported\s+\+\s+0\s+Already there\s+\+\s+2\s+Rejected\s+\+\s+0/);
    const rejected = await dialog.getByRole('grid', { name: 'Rejected rows' }).getByRole('row').allInnerTexts();
    expect(rejected.slice(1).map((row) => row.replaceAll(/\s+/g, ' ').trim())).toEqual([
      '4 no date of the calendar 2024-02-30,10,11,9,10.5,1000,ZZA',
      '5 a cell is not a number 2024-01-04,10,11,9,oops,1000,ZZA',
    ]);
    await dialog.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByText('Import undone: 3 bars removed, 0 restored').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('main').getByRole('heading', { name: 'Welcome to Chartroom' }).waitFor();
  });

  test('the order of day and month is asked for and never guessed', async () => {
    const { page } = window;
    await chooseFiles(page, [{ name: 'ambiguous.csv', text: ambiguous }]);
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await dialog.getByText('Only you can tell').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'dd/MM/yyyy' }).click();
    await dialog.getByRole('combobox', { name: 'Market' }).last().click();
    await page.getByRole('option', { name: 'United States' }).click();
    await dialog.getByRole('button', { name: 'Import 1 file' }).click();
    await dialog.getByText('2024-04-03 – 2024-06-05').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
  });

  test('a pasted table is read like a file, and what was settled is saved under a name, used again and deleted', async () => {
    const { page } = window;
    await page.keyboard.press('Control+o');
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await page.evaluate((text) => navigator.clipboard.writeText(text), 'Date\tClose\n03/04/2024\t10.5\n');
    await dialog.getByText('Drop files here').click();
    await page.keyboard.press('Control+v');
    await dialog.getByText('clipboard.txt').first().waitFor();
    await dialog.getByRole('button', { name: 'MM/dd/yyyy' }).click();
    await dialog.getByRole('textbox', { name: 'Save as, then Enter' }).fill('american');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Delete the mapping american' }).waitFor();
    await dialog.getByRole('combobox', { name: 'Saved mapping' }).click();
    await page.getByRole('option', { name: 'None' }).click();
    await dialog.getByRole('button', { name: 'MM/dd/yyyy' }).waitFor();
    await dialog.getByRole('combobox', { name: 'Saved mapping' }).click();
    await page.getByRole('option', { name: 'american' }).click();
    await dialog.getByRole('button', { name: 'MM/dd/yyyy' }).waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Delete the mapping american' }).click();
    await dialog.getByRole('combobox', { name: 'Saved mapping' }).waitFor({ state: 'detached' });
    await expect.poll(() => dialog.getByRole('combobox', { name: 'Saved mapping' }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  test('an archive shows how many files it holds and what each is; arrow keys look into them one by one', async () => {
    const { page } = window;
    const bars = (close: number): string => `date,close\n2024-01-02,${close}\n`;
    const parts = [{ name: '600998.csv', content: bars(10) }, { name: '600999.csv', content: bars(20) }, { name: 'note.txt', content: 'Nothing of interest.\n' }, { name: 'licence.pdf', content: 'x' }];
    await chooseFiles(page, [{ name: 'pack.zip', text: zipArchive(parts) }]);
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await dialog.getByText('3 files in it').waitFor();
    await dialog.getByText('1 of other kinds left out').waitFor();
    const grid = dialog.getByRole('grid', { name: 'Files in it' });
    const rows = await grid.getByRole('row').allInnerTexts();
    expect(rows.slice(1).map((row) => row.replaceAll(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^600998.csv Table as text Ready/), expect.stringMatching(/^600999.csv Table as text Ready/), expect.stringMatching(/^note.txt – No column holds dates/),
    ]);
    await dialog.getByText('Shown below: 600998.csv').waitFor();
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await dialog.getByText('Shown below: 600999.csv').waitFor();
    await dialog.getByRole('textbox', { name: 'Symbol' }).and(page.getByPlaceholder('XSHG:600999')).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  test('a block file of a terminal is shown as the watchlist it becomes', async () => {
    const { page } = window;
    await chooseFiles(page, [{ name: 'mine.blk', text: '1600519\r\n0000001\r\n' }]);
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await dialog.getByText('A watchlist.').waitFor();
    await dialog.getByRole('button', { name: 'Import 1 file' }).click();
    await dialog.getByTestId('counts').waitFor();
    await expect.poll(() => dialog.getByTestId('counts').innerText()).toMatch(/^2\s+Rows in the file\s+=\s+2\s+Imported/);
    await dialog.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByText('Import undone: 2 symbols taken out of the watchlist').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
  });

  test('a file that is no table is refused with a reason and a way on', async () => {
    const { page } = window;
    await chooseFiles(page, [{ name: 'empty.csv', text: '' }]);
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await dialog.getByText('The file is empty. Download or export it again.').waitFor();
    await dialog.getByRole('button', { name: 'Copy details' }).click();
    expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toMatchObject({ code: 'import.empty' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  test('the data page lists every import and what became of it', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Data', exact: true }).click();
    await page.getByRole('radio', { name: 'Imports' }).click();
    const rows = page.getByRole('grid', { name: 'Imports' }).getByRole('row');
    await rows.nth(3).waitFor();
    expect((await rows.allInnerTexts()).slice(1).map((row) => row.split('\n').filter((cell) => /csv|blk|completed|undone/.test(cell)))).toEqual([
      ['mine.blk', 'undone'],
      ['ambiguous.csv', 'completed'],
      ['bad-rows.csv', 'undone'],
    ]);
    await rows.nth(3).click();
    await page.getByRole('complementary', { name: 'Inspector' }).getByText('no date of the calendar').waitFor();
  });
});
