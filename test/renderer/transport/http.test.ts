import { afterEach, expect, test } from 'vitest';
import type { AppEvent } from '../../../src/shared/contract/event.ts';
import type { Connection } from '../../../src/renderer/transport/transport.ts';
import { EventLog } from '../../doubles/event-log.ts';
import { createFakeApp } from '../../doubles/fake-app.ts';
import { startLoopback, type Loopback } from '../../doubles/loopback.ts';

let open: Loopback[] = [];
afterEach(async () => {
  await Promise.all(open.map((loopback) => loopback.close()));
  open = [];
});

async function start(app = createFakeApp(), limits: Parameters<typeof startLoopback>[1] = {}): Promise<Loopback> {
  const loopback = await startLoopback(app, limits);
  open.push(loopback);
  return loopback;
}

test('a page with its stream open is live', async () => {
  const transport = (await start()).connect();
  const states = new EventLog<Connection>();
  transport.onConnection(states.listen);
  await transport.invoke('app.info', {});
  expect(new Set(await states.reach(2))).toEqual(new Set(['live']));
});

test('a page that gets no stream asks every two seconds, growing to thirty, and says so', async () => {
  const app = createFakeApp();
  const loopback = await start(app, { maxClients: 1 });
  await loopback.connect().invoke('app.info', {});
  const second = loopback.connect();
  const [states, events] = [new EventLog<Connection>(), new EventLog<AppEvent>()];
  second.onConnection(states.listen);
  second.subscribe(events.listen);
  await states.reach(2);
  const delays: number[] = [];
  for (let polls = 2; polls < 8; polls += 1) {
    app.events.emit({ type: 'data', version: polls, symbols: null });
    app.clock.advance(16);
    await expect.poll(() => loopback.pageClock.pending).toBeGreaterThan(1);
    let waited = 0;
    const before = states.heard.length;
    while (loopback.pageClock.pending > 1 && waited < 60_000) {
      loopback.pageClock.advance(1_000);
      waited += 1_000;
    }
    delays.push(waited);
    await states.reach(before + 1);
  }
  expect(delays).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(states.heard.slice(1)).toEqual(Array.from({ length: 7 }, () => 'polling'));
  expect(events.heard.map((event) => (event.type === 'data' ? event.version : 0))).toEqual([2, 3, 4, 5, 6, 7]);
});

test('a page whose host has gone says lost, and its calls fail with what to do', async () => {
  const loopback = await start();
  const transport = loopback.connect();
  await transport.invoke('app.info', {});
  const states = new EventLog<Connection>();
  transport.onConnection(states.listen);
  await loopback.close();
  open = [];
  await expect(transport.invoke('app.info', {})).rejects.toMatchObject({ code: 'host.unreachable' });
});

test('a page with the key of an earlier start is told to open the new address', async () => {
  const first = await start();
  const second = await start(createFakeApp(), {});
  const { createHttpTransport } = await import('../../../src/renderer/transport/http.ts');
  const stale = createHttpTransport({ origin: second.origin, token: `${first.token.slice(0, -1)}!`, after: () => () => undefined, saveAs: () => undefined });
  await expect(stale.invoke('app.info', {})).rejects.toMatchObject({ code: 'host.token' });
  stale.close();
});
