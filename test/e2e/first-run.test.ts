import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseFiles, inventedCsv } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';

describe.skipIf(noBrowser !== null)('the first half hour', () => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow();
  });
  afterAll(() => window?.close());

  const userFile = (): Buffer => readFileSync(join(window.profile, 'workspace.db'));
  const main = () => window.page.getByRole('main');

  test('language and colours are chosen before anything else, and shown at once', async () => {
    const { page } = window;
    await main().getByRole('heading', { name: 'Welcome to Chartroom' }).waitFor();
    await page.getByRole('radio', { name: '中文' }).click();
    await main().getByRole('heading', { name: '欢迎使用 Chartroom' }).waitFor();
    // Colours follow the language until they are chosen.
    await expect.poll(() => page.getByRole('radio', { name: '红涨绿跌' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: '红涨蓝跌' }).click();
    await page.getByRole('radio', { name: 'English' }).click();
    await expect.poll(() => page.getByRole('radio', { name: 'Red up, blue down' }).isChecked()).toBe(true);
  });

  test('one’s own file is on the chart after it was imported, without a search', async () => {
    const { page } = window;
    await main().getByRole('button', { name: 'Import files' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await chooseFiles(page, [{ name: 'own.csv', text: inventedCsv(1, 60) }]);
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await dialog.getByRole('combobox', { name: 'Market' }).last().click();
    await page.getByRole('option', { name: 'United States' }).click();
    await dialog.getByRole('button', { name: 'Import 1 file' }).click();
    await dialog.getByRole('button', { name: 'Show QAAA' }).click();
    await expect.poll(() => main().getByRole('heading', { name: /QAAA/ }).count()).toBe(1);
  });

  test('the demo opens on a chart under its watermark, and leaving it changes no byte of the user’s file', async () => {
    const { page } = window;
    const open = async (command: string): Promise<void> => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search or command' }).fill(command);
      await page.getByRole('option', { name: command }).click();
    };
    // What leaving a workspace writes (the log folded in) is written once before the comparison.
    await open('Open the demo workspace');
    await page.getByText('Demo workspace: synthetic data, invented tickers').waitFor();
    const before = userFile();
    await main().getByRole('heading', { name: /CN01/ }).waitFor();
    await page.getByRole('gridcell', { name: 'US09' }).first().click();
    const [picture] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as picture' }).click()]);
    expect(picture.suggestedFilename()).toBe('DEMO-US09-1d.png');
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Report on US09' });
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByRole('button', { name: 'Verify', exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    expect(userFile().equals(before)).toBe(true);
    await page.getByRole('button', { name: 'Leave the demo' }).click();
    await page.getByText('Demo workspace: synthetic data, invented tickers').waitFor({ state: 'detached' });
    await page.getByRole('gridcell', { name: 'QAAA' }).first().waitFor();
    expect(userFile().equals(before)).toBe(true);
    expect(window.problems).toEqual([]);
  });
});
