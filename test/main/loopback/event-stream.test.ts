import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { createFakeApp, type FakeApp } from '../../doubles/fake-app.ts';
import { startLoopback, type Loopback } from '../../doubles/loopback.ts';
import { rawRequest } from './raw-request.ts';

let loopback: Loopback | null = null;
afterEach(async () => {
  await loopback?.close();
  loopback = null;
});

async function start(limits: { maxClients?: number } = {}): Promise<{ app: FakeApp; host: Loopback }> {
  const app = createFakeApp();
  loopback = await startLoopback(app, limits);
  return { app, host: loopback };
}

async function listen(host: Loopback, lastId?: string): Promise<{ sent: ClientRequest; answer: IncomingMessage; text: () => string }> {
  const headers = { authorization: `Bearer ${host.token}`, accept: 'text/event-stream', ...(lastId === undefined ? {} : { 'last-event-id': lastId }) };
  const sent = request({ host: '127.0.0.1', port: host.port, path: '/events', headers, agent: false });
  sent.on('error', () => undefined);
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let received = '';
  answer.setEncoding('utf8').on('data', (piece: string) => {
    received += piece;
  });
  answer.on('error', () => undefined);
  return { sent, answer, text: () => received };
}

async function clients(host: Loopback): Promise<string | undefined> {
  const { body } = await rawRequest(host.port, '/metrics', { headers: { authorization: `Bearer ${host.token}` } });
  return /^chartroom_event_clients (\d+)$/m.exec(body)?.[1];
}

test('pushes are numbered, and what happens within one frame is one push', async () => {
  const { app, host } = await start();
  const { text } = await listen(host);
  app.events.emit({ type: 'data', version: 1, symbols: ['A'] });
  app.events.emit({ type: 'data', version: 2, symbols: ['B', 'A'] });
  app.clock.advance(16);
  await expect.poll(text).toMatch(/^id: \w+-0\nevent: open\ndata:\n\nid: \w+-1\ndata: \[\{"type":"data","version":2,"symbols":\["A","B"\]\}\]\n\n$/);
});

test('a page that comes back gets what it missed after the last id it saw', async () => {
  const { app, host } = await start();
  const first = await listen(host);
  for (const version of [1, 2, 3]) {
    app.events.emit({ type: 'data', version, symbols: null });
    app.clock.advance(16);
  }
  await expect.poll(first.text).toContain('"version":3');
  const id = /id: (\w+-1)\n/.exec(first.text())?.[1] ?? '';
  const second = await listen(host, id);
  await expect.poll(second.text).toContain('"version":3');
  expect([...second.text().matchAll(/"version":(\d)/g)].map((match) => match[1])).toEqual(['2', '3']);
});

test('a last id of another run, of the future, or no longer kept means: ask again', async () => {
  const { app, host } = await start({ maxClients: 10 });
  for (let version = 0; version < 1_010; version += 1) {
    app.events.emit({ type: 'data', version, symbols: null });
    app.clock.advance(16);
  }
  const { text } = await listen(host);
  await expect.poll(text).toContain('-1010\n');
  const run = text().slice('id: '.length, text().indexOf('-'));
  for (const lastId of ['other-1', `${run}-2000`, `${run}-9`, `${run}-x`, '']) await expect.poll((await listen(host, lastId)).text).toContain('event: reset');
  await expect.poll((await listen(host, `${run}-10`)).text).toContain('event: open');
});

test('a silent line is kept alive every 15 seconds', async () => {
  const { app, host } = await start();
  const { text } = await listen(host);
  app.clock.advance(30_000);
  await expect.poll(text).toContain(': beat\n\n: beat\n\n');
});

describe('H7 the event stream', () => {
  test('H7 dies with its page: a hundred pages that came and went leave nothing', async () => {
    const { app, host } = await start({ maxClients: 100 });
    const pages = await Promise.all(Array.from({ length: 100 }, () => listen(host)));
    expect(await clients(host)).toBe('100');
    for (const page of pages) page.sent.destroy();
    await expect.poll(() => clients(host)).toBe('0');
    expect(app.clock.pending).toBe(0);
  });

  test('H7 is given to so many pages and no more', async () => {
    const { host } = await start({ maxClients: 2 });
    const first = await listen(host);
    await listen(host);
    expect((await listen(host)).answer.statusCode).toBe(503);
    first.sent.destroy();
    await expect.poll(() => clients(host)).toBe('1');
    expect((await listen(host)).answer.statusCode).toBe(200);
  });

  test('H7 ends when the host closes', async () => {
    const { host } = await start();
    const { answer } = await listen(host);
    const ended = once(answer, 'close');
    await host.close();
    loopback = null;
    expect(await ended).toEqual([]);
  });
});
