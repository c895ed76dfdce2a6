import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './axe-findings.ts';
import { importCsv, inventedCsv } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';

const today = new Date().toISOString().slice(0, 10);

describe.skipIf(noBrowser !== null)('alerts', () => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow();
    await importCsv(window.page, 'some.csv', inventedCsv(2, 60), 'Crypto');
    await window.page.getByRole('row').nth(1).click();
    await window.page.getByRole('button', { name: 'New alert on this symbol' }).waitFor();
  });
  afterAll(() => window?.close());

  test('the chart offers an alert at the price under the crosshair, and the alert can be tried on the past', async () => {
    const { page } = window;
    const box = await page.getByRole('application').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 150);
    await page.mouse.click((box?.x ?? 0) + 200, (box?.y ?? 0) + 150, { button: 'right' });
    const item = page.getByRole('menuitem', { name: /^Alert at \d/ });
    const price = /[\d.]+$/.exec((await item.textContent()) ?? '')?.[0] ?? '';
    await item.click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('spinbutton', { name: 'Price' }).inputValue()).toBe(String(Number(price)));
    await dialog.getByRole('button', { name: 'Try on the past' }).click();
    await dialog.getByText(/^Would have fired (once|\d+ times) in 60 bars/).waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  test('the page lists it; it is edited, switched off and deleted by keyboard', async () => {
    const { page } = window;
    await page.getByRole('navigation').getByRole('button', { name: 'Alerts' }).click();
    const grid = page.getByRole('grid', { name: 'Alerts' });
    await grid.getByText(/^Price crosses/).waitFor();
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Edit alert' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name (optional)' }).fill('Breakout');
    await dialog.getByRole('checkbox', { name: /unfinished/ }).check();
    await dialog.getByRole('spinbutton', { name: 'Price' }).fill('500');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await grid.getByText('Breakout').waitFor();
    await page.getByRole('button', { name: 'Switch off' }).press('Enter');
    await grid.getByText('Off', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Switch on' }).press('Enter');
    await grid.getByText('Waiting').waitFor();
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('2');
  });

  test('a bar that fires shows a note and a line of the log', async () => {
    const { page } = window;
    const code = (await page.getByRole('grid', { name: 'Alerts' }).getByRole('row').nth(1).innerText()).split('\n')[0] ?? '';
    await page.getByRole('navigation').getByRole('button', { name: 'Symbol' }).click();
    await importCsv(page, 'today.csv', `symbol,date,open,high,low,close,volume\n${code},${today},480,520,470,510,100\n`, 'Crypto');
    await page.getByRole('status').getByText(`${code} · Breakout`).waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Open alerts' }).click();
    await page.getByRole('radio', { name: 'Log' }).check();
    const line = page.getByRole('grid', { name: 'Log' }).getByRole('row').nth(1);
    await expect.poll(() => line.innerText()).toMatch(new RegExp(`Breakout\\s*unfinished bar[^]*${today}[^]*510`));
    expect(window.problems).toEqual([]);
  });

  test('axe finds nothing, on the page or in the dialog', async () => {
    const { page } = window;
    await page.getByRole('radio', { name: 'Alerts' }).check();
    await page.getByRole('grid', { name: 'Alerts' }).getByRole('row').nth(1).click();
    const found = await axeFindings(page);
    await page.getByRole('button', { name: 'Edit alert' }).click();
    await page.getByRole('dialog').waitFor();
    expect([...found, ...(await axeFindings(page))]).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('deleting asks once more and says what goes with it', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: 'Delete with 1 log line' }).click();
    await page.getByText('No alerts yet').waitFor();
    await expect.poll(() => page.getByRole('grid', { name: 'Alerts' }).count()).toBe(0);
  });
});
