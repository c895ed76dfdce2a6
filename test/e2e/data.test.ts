import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UtcMs } from '../../src/shared/time.ts';
import { startFaultServer, type FaultServer } from '../doubles/fault-server.ts';
import { InventedMarket } from '../doubles/invented-market.ts';
import { noBrowser, openWindow, type Window } from './open-window.ts';

const market = new InventedMarket('2026-01-05');
const found = { quotes: [{ symbol: 'APLE', exchange: 'NYQ', quoteType: 'EQUITY', longname: 'Invented Orchard' }] };

describe.skipIf(noBrowser !== null)('where data comes from', () => {
  let server: FaultServer;
  let window: Window;
  beforeAll(async () => {
    server = await startFaultServer((path) => {
      const url = new URL(path, 'http://a');
      if (url.pathname === '/v1/finance/search') return { kind: 'answer', body: JSON.stringify(found) };
      if (url.pathname.endsWith('/BAD')) return { kind: 'answer', body: '<!doctype html><title>Please wait</title>' };
      return { kind: 'answer', body: market.chart(url, Date.now() as UtcMs) };
    });
    window = await openWindow({ environment: { CHARTROOM_SOURCES_YAHOO_URL: server.url, CHARTROOM_SOURCES_YAHOO_GAP_MS: '0' } });
  });
  afterAll(async () => {
    await window?.close();
    await server?.close();
  });
  const openView = async (name: string): Promise<void> => {
    const { page } = window;
    await page.getByRole('button', { name: 'Data', exact: true }).click();
    await page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name }).click();
  };

  test('an empty workspace takes symbols by code; what fails is told with its cause and what to do', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Add symbols' }).click();
    await page.getByRole('textbox', { name: 'Code, name, or several codes' }).fill('AAPL.US, BAD.US');
    await page.getByRole('button', { name: 'Fetch bars' }).click();
    await page.getByText(/1 of 2 up to date, \d+ bars added · 1 failed: 1 not data/).waitFor();
    await page.getByRole('button', { name: 'Show data health' }).click();
    await page.getByText('1 of 2 up to date · 1 failed').waitFor();
    const row = page.getByRole('grid', { name: 'Data health' }).getByRole('row', { name: /US:BAD/ });
    await expect.poll(() => row.innerText()).toContain('answered with HTML instead of data');
  });

  test('a name is looked up at the sources and added', async () => {
    const { page } = window;
    await openView('Health');
    await page.getByRole('button', { name: 'Add symbols' }).click();
    await page.getByRole('textbox', { name: 'Code, name, or several codes' }).fill('Orchard');
    await page.getByRole('button', { name: 'Search by name' }).click();
    await page.getByRole('button', { name: 'Add XNYS:APLE' }).click();
    await page.getByText('2 of 3 up to date · 1 failed').waitFor();
    expect(server.asked.filter(({ path }) => path.startsWith('/v8/finance/chart/APLE'))).toHaveLength(1);
  });

  test('each source shows how it fares, and every request stands in the ledger', async () => {
    const { page } = window;
    await openView('Sources');
    const yahoo = page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: /Yahoo Finance/ });
    await expect.poll(() => yahoo.innerText()).toMatch(/ready[\s\S]*not data/);
    await openView('Network');
    const ledger = page.getByRole('grid', { name: 'Network' });
    await ledger.getByRole('row', { name: /\/v8\/finance\/chart\/AAPL/ }).waitFor();
    await ledger.getByRole('row', { name: /\/v8\/finance\/chart\/BAD.*not data/ }).waitFor();
    await page.getByRole('textbox', { name: 'Search host, request or outcome' }).fill('chart/bad');
    await page.getByText(/^1 of \d+ requests/).waitFor();
  });

  test('Offline stops every request and says so; what is stored stays', async () => {
    const { page } = window;
    await page.getByRole('checkbox', { name: 'Offline' }).click();
    await page.getByText('Offline: nothing is fetched.').waitFor();
    const before = server.asked.length;
    await expect.poll(() => page.getByRole('button', { name: 'Refresh all' }).isDisabled()).toBe(true);
    await page.keyboard.press('F5');
    await page.getByText(/Offline is switched on, so nothing was fetched/).waitFor();
    expect(server.asked.length).toBe(before);
    await openView('Health');
    await page.getByText('2 of 3 up to date · 1 failed').waitFor();
    await page.getByRole('checkbox', { name: 'Offline' }).click();
  });

  test('nothing was reported by the page', () => {
    expect(window.problems).toEqual([]);
  });
});
