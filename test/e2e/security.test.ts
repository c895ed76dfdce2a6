import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCsv, inventedCsv } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';

describe.skipIf(noBrowser !== null)('the page under its policy', () => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow();
  });
  afterAll(() => window?.close());

  test('S14 a symbol named <img onerror> is shown as text and runs nothing', async () => {
    const { page } = window;
    const name = '<img src=x onerror=window.hit=1>';
    await importCsv(page, 'names.csv', inventedCsv(2, 3, () => name), 'United States');
    await page.getByRole('gridcell', { name }).first().waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('QAA');
    await page.getByRole('option', { name: new RegExp('onerror') }).first().waitFor();
    expect(await page.evaluate(() => [document.querySelectorAll('img').length, 'hit' in globalThis])).toEqual([0, false]);
    await page.keyboard.press('Escape');
  });

  test('S4 a tour of every part of the window raises no policy report, error or warning', async () => {
    const { page } = window;
    const close = (): Promise<void> => page.keyboard.press('Escape');
    await page.getByRole('row').nth(1).click();
    for (const name of ['Data', 'Settings', 'Symbol']) await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name: 'Hide list' }).hover();
    await page.getByText('Hide list').waitFor();
    await page.mouse.move(700, 500);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await close();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search or command' }).waitFor();
    await close();
    await page.keyboard.press('Control+j');
    await page.getByRole('dialog', { name: 'Tasks' }).getByText('names.csv').waitFor();
    await close();
    await page.keyboard.press('Control+o');
    await page.getByText('Drop files here').waitFor();
    await close();
    expect(window.problems).toEqual([]);
  });

  test('S4 an injected inline script and an inline style do not take effect and are reported', async () => {
    const page = await window.newPage();
    await page.goto(window.address);
    await page.getByRole('navigation').waitFor();
    const outcome = await page.evaluate(async () => {
      const reports: string[] = [];
      addEventListener('securitypolicyviolation', (event) => reports.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'globalThis.injected = true';
      document.head.append(script);
      const holder = document.createElement('div');
      holder.innerHTML = '<p style="color: red">x</p>';
      document.body.append(holder);
      await new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)));
      return { injected: 'injected' in globalThis, styled: getComputedStyle(holder.firstElementChild ?? holder).color === 'rgb(255, 0, 0)', reports: reports.sort() };
    });
    expect(outcome).toEqual({ injected: false, styled: false, reports: ['script-src-elem', 'style-src-attr'] });
  });
});
