import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from './axe-findings.ts';
import { startFaultServer, type FaultServer } from '../doubles/fault-server.ts';
import { importCsv, inventedCsv } from './import-file.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';

const hourAgo = new Date(Date.now() - 3_600_000).toUTCString();
const item = (title: string, link: string, summary: string): string => `<item><title>${title}</title><link>${link}</link><description>${summary}</description><pubDate>${hourAgo}</pubDate></item>`;
const feed = `<rss version="2.0"><channel><title>Wire</title>${[
  item('Company 1 (QAAB) shares surge to a record high', 'https://e.example/1', 'Breaking: earnings beat expectations.'),
  item('&lt;img src=x onerror=alert(1)&gt;Central bank plunges markets into losses', 'javascript:alert(1)', 'Interest rate decision &lt;script&gt;alert(1)&lt;/script&gt;'),
].join('')}</channel></rss>`;

describe.skipIf(noBrowser !== null)('news', () => {
  let window: Window;
  let server: FaultServer;
  beforeAll(async () => {
    server = await startFaultServer(() => ({ kind: 'answer', headers: { 'content-type': 'application/rss+xml' }, body: feed }));
    window = await openWindow();
    await importCsv(window.page, 'some.csv', inventedCsv(3, 60), 'United States');
    await window.page.getByRole('row').nth(1).waitFor();
  });
  afterAll(async () => {
    await window?.close();
    await server?.close();
  });

  test('nothing is fetched until a feed is added; then its news are listed with their sentiment and symbols', async () => {
    const { page } = window;
    await page.getByRole('navigation').getByRole('button', { name: 'News' }).click();
    await page.getByText('No news yet').waitFor();
    expect(server.asked).toEqual([]);
    await page.getByRole('main').getByRole('button', { name: 'Add feed' }).click();
    const dialog = page.getByRole('dialog', { name: 'Feeds' });
    await dialog.getByRole('textbox', { name: 'Address of a feed' }).fill(`${server.url}/wire`);
    await dialog.getByRole('button', { name: 'Add feed' }).click();
    await dialog.getByText('never fetched').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('button', { name: 'Fetch' }).first().click();
    await page.getByText('2 new, 0 repeated.').waitFor();
    const rows = page.getByRole('grid', { name: 'News' }).getByRole('row');
    await expect.poll(() => rows.count()).toBe(3);
    await rows.filter({ hasText: 'Company 1' }).getByText(/\+\+ very positive/).waitFor();
    await rows.filter({ hasText: 'Company 1' }).getByText('QAAB', { exact: true }).waitFor();
  });

  test('S14 markup in a feed is neither text nor page, and an address that is no web page is no link', async () => {
    const { page } = window;
    await page.getByRole('grid', { name: 'News' }).getByRole('row').filter({ hasText: 'Central bank' }).click();
    const detail = page.getByRole('article');
    await detail.getByRole('heading', { name: 'Central bank plunges markets into losses' }).waitFor();
    expect([await detail.locator('img, script').count(), await detail.getByRole('link').count()]).toEqual([0, 0]);
    await page.getByRole('grid', { name: 'News' }).getByRole('row').filter({ hasText: 'Company 1' }).click();
    const link = detail.getByRole('link', { name: 'Open at e.example' });
    expect([await link.getAttribute('href'), await link.getAttribute('rel'), await link.getAttribute('target')]).toEqual(['https://e.example/1', 'noopener noreferrer', '_blank']);
    await detail.getByText('surge', { exact: true }).waitFor();
  });

  test('topics, sentiment and importance narrow the list', async () => {
    const { page } = window;
    const rows = page.getByRole('grid', { name: 'News' }).getByRole('row');
    await page.getByRole('checkbox', { name: 'Important only' }).check();
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByRole('checkbox', { name: 'Important only' }).uncheck();
    await page.getByRole('button', { name: /^Central banks and rates/ }).click();
    await expect.poll(async () => (await rows.allInnerTexts()).filter((text) => text.includes('Central bank')).length).toBe(1);
    await page.getByRole('button', { name: 'All news' }).click();
    await expect.poll(() => rows.count()).toBe(3);
  });

  test('axe finds nothing and the policy holds', async () => {
    const { page } = window;
    expect([await axeFindings(page), window.problems]).toEqual([[], []]);
  });

  test('the symbol has its own news', async () => {
    const { page } = window;
    await page.getByRole('article').getByRole('button', { name: 'QAAB' }).click();
    await page.getByRole('region', { name: 'Panels' }).getByRole('button', { name: 'News' }).click();
    await page.getByRole('tabpanel', { name: 'News' }).getByRole('link', { name: /^Company 1/ }).waitFor();
    await expect.poll(() => page.getByRole('tabpanel', { name: 'News' }).getByRole('listitem').count()).toBe(1);
  });
});
