import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openWindow, type Window } from './open-window.ts';

describe.skipIf(noBrowser !== null)('the page of the loopback host', () => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow();
  });
  afterAll(() => window?.close());

  test('H6 the key leaves the address bar, and a reload still works', async () => {
    const { page, address } = window;
    expect(page.url()).toBe(new URL('/', address).href);
    await page.reload();
    await page.getByRole('navigation').waitFor();
    expect(page.url()).toBe(new URL('/', address).href);
  });

  test('H2 a page opened without the key says what to do, and shows no data', async () => {
    const page = await window.newPage();
    await page.goto(new URL('/', window.address).href);
    await page.getByText('Open the address that it printed').waitFor();
    await expect.poll(() => page.getByRole('navigation').count()).toBe(0);
    await page.context().close();
  });

  test('H7 the event stream ends with its page', async () => {
    const { origin, hash } = new URL(window.address);
    const headers = { authorization: `Bearer ${hash.slice('#token='.length)}` };
    const clients = async (): Promise<string | undefined> => /^chartroom_event_clients (\d+)$/m.exec(await (await fetch(`${origin}/metrics`, { headers })).text())?.[1];
    await expect.poll(clients).toBe('1');
    const pages = await Promise.all([window.newPage(), window.newPage(), window.newPage()]);
    for (const page of pages) {
      await page.goto(window.address);
      await page.getByRole('navigation').waitFor();
    }
    await expect.poll(clients).toBe('4');
    for (const page of pages) await page.context().close();
    await expect.poll(clients, { timeout: 5_000 }).toBe('1');
  });
});
