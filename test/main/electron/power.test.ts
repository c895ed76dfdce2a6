import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Power } from '../../../src/main/ports.ts';
import { createHttp } from '../../../src/main/providers/http/create-http.ts';
import { jsonBody } from '../../../src/main/providers/http/json-body.ts';
import { NetworkLedger } from '../../../src/main/providers/http/network-ledger.ts';
import { z } from 'zod';
import { startFaultServer, type FaultServer } from '../../doubles/fault-server.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';
import type * as Double from '../../doubles/electron.ts';
import { jobsBench } from '../jobs/jobs-bench.ts';

const minuteMs = 60_000;
let electron: typeof Double;
let power: Power;
let server: FaultServer;

beforeEach(async () => {
  vi.resetModules();
  electron = await import('../../doubles/electron.ts');
  const { createElectronPower } = await import('../../../src/main/electron/electron-power.ts');
  power = createElectronPower();
  server = await startFaultServer(() => ({ kind: 'answer', body: '{}' }));
});
afterEach(() => server.close());

/** A door to the server on a clock that stands still. */
function openDoor() {
  const clock = new ManualClock();
  const http = createHttp({
    clock, power, ledger: new NetworkLedger({ clock, log: new MemoryLog(), store: null }), random: () => 0.5, userAgent: () => 'Test/1', offline: () => false,
    trusts: (origin) => origin === server.url,
  });
  const get = (): Promise<unknown> => http.get({ url: new URL(server.url), types: [], pace: { concurrency: 8, gapMs: 0 }, read: jsonBody(z.unknown()) });
  return { clock, http, get };
}

test('the jobs rest while the machine sleeps, and what was missed is one run when it wakes', async () => {
  const { ran, scheduler, clock, store, ticking, pass } = jobsBench({
    definitions: [{ name: 'hama', schedule: { type: 'every', everyMs: 5 * minuteMs, marketHours: false }, scope: null }], now: '2026-11-20T10:00:00Z', hostPower: power,
  });
  scheduler.start();
  await pass(5 * minuteMs);
  electron.powerMonitor.emit('suspend');
  expect([ticking(), scheduler.board().active]).toEqual([false, false]);
  clock.advance(180 * minuteMs);
  expect(ran).toHaveLength(2);
  electron.powerMonitor.emit('resume');
  await pass(minuteMs);
  expect([ran.length, store.runs.at(-1)?.missed]).toEqual([3, 35]);
  await scheduler.close();
  electron.powerMonitor.emit('resume');
  expect(ticking()).toBe(false);
});

test('no request leaves while the machine sleeps; those that wait leave some seconds after it woke', async () => {
  const { clock, http, get } = openDoor();
  await get();
  electron.powerMonitor.emit('suspend');
  const waiting = [get(), get()];
  electron.powerMonitor.emit('resume');
  clock.advance(4_999);
  await new Promise((resolve) => setImmediate(resolve));
  expect(server.asked).toHaveLength(1);
  clock.advance(1);
  await Promise.all(waiting);
  expect([server.asked.length, http.origin(server.url)?.lastFailure]).toEqual([3, null]);
  await http.close();
});

test('a host that never tells that it woke holds requests back for two minutes of work at most', async () => {
  const { clock, http, get } = openDoor();
  electron.powerMonitor.emit('suspend');
  const waiting = get();
  await new Promise((resolve) => setImmediate(resolve));
  clock.advance(120_000);
  await waiting;
  expect(server.asked).toHaveLength(1);
  await http.close();
});

test('what waits for the machine to wake ends with the app', async () => {
  const { http, get } = openDoor();
  electron.powerMonitor.emit('suspend');
  const waiting = Promise.allSettled([get()]);
  await http.close();
  expect(await waiting).toMatchObject([{ reason: { code: 'app.closing' } }]);
  expect([server.asked, electron.powerMonitor.listenerCount('suspend'), electron.powerMonitor.listenerCount('resume')]).toEqual([[], 0, 0]);
});
