import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCsv, inventedCsv } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';

const table = 'date,type,symbol,quantity,price,fee\n2024-01-02,buy,QAAA,100,20,1\n2024-01-05,buy,QAAB,50,21,1\n2024-02-01,sell,QAAA,40,20,1\n2024-02-01,buy,NOSUCH,1,1,\n';

describe.skipIf(noBrowser !== null)('the portfolios page', () => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow();
    await importCsv(window.page, 'three.csv', inventedCsv(3, 90), 'United States');
    await window.page.getByRole('button', { name: 'Portfolios' }).click();
  });
  afterAll(() => window?.close());

  test('a table becomes a portfolio; the row that is not known is named with its line', async () => {
    const { page } = window;
    const button = page.getByRole('button', { name: 'Import a table' });
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
    await chooser.setFiles([{ name: 'growth.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }]);
    const dialog = page.getByRole('dialog', { name: 'Import growth.csv' });
    await expect.poll(() => dialog.getByRole('textbox').inputValue()).toBe('growth');
    await dialog.getByRole('button', { name: 'Import' }).click();
    await dialog.getByText('3 rows imported').waitFor();
    await dialog.getByText('NOSUCH').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
  });

  test('figures, chart and holdings stand on the page, and a holding opens its symbol', async () => {
    const { page } = window;
    await page.getByText('Time-weighted return').waitFor();
    await page.getByRole('application', { name: /^Worth and what was paid in, 2024-01-02/ }).waitFor();
    const rows = page.getByRole('grid', { name: 'Holdings' }).getByRole('row');
    await expect.poll(() => rows.count()).toBe(3);
    await rows.nth(1).dblclick();
    await page.getByRole('heading', { name: /^QAA[AB]$/ }).waitFor();
    expect(window.problems).toEqual([]);
  });
});
