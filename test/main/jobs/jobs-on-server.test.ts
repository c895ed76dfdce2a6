import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { machineProfiles } from '../../../src/shared/machine-profiles.ts';
import { failingSources } from '../../../src/main/alerts/failing-sources.ts';
import { Cache } from '../../../src/main/cache/cache.ts';
import { guardedLevel } from '../../../src/main/cache/guarded-level.ts';
import { memoryLevel } from '../../../src/main/cache/memory-level.ts';
import { timesUnder } from '../../../src/main/cache/times-under.ts';
import { openJobs } from '../../../src/main/jobs/open-jobs.ts';
import { quoteWork } from '../../../src/main/jobs/quote-work.ts';
import { refreshWork } from '../../../src/main/jobs/refresh-work.ts';
import type { Scheduler } from '../../../src/main/jobs/scheduler.ts';
import { createQuoteDesk, type QuoteDesk } from '../../../src/main/quotes/quote-desk.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { startFaultServer, type FaultServer } from '../../doubles/fault-server.ts';
import { HurriedClock } from '../../doubles/hurried-clock.ts';
import { InventedMarket } from '../../doubles/invented-market.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';
import { openRefresher, utc } from '../refresh/refresh-fixture.ts';
import { barsAt, chunkOf, dailyPart, importChunk, temporaryProfile } from '../store/store-fixture.ts';

const minuteMs = 60_000;
/** What a run of a job waits at most when several missed their turn together. */
const spreadMs = 20_000;
const { batch, pollMs } = machineProfiles.normal;

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
let clock: HurriedClock;
let market: InventedMarket;
let server: FaultServer;
let net: ReturnType<typeof openRefresher>;
let desk: QuoteDesk;
let scheduler: Scheduler;
/** Symbols that the server fails on. */
const broken = new Set<string>();
let isDown = false;

beforeEach(async () => {
  profile = temporaryProfile();
  // Friday 08:59 in New York; it opens at 09:30, 14:30 UTC.
  clock = new HurriedClock({ now: utc('2026-11-20T13:59:00Z') });
  market = new InventedMarket();
  broken.clear();
  isDown = false;
  store = await profile.openInThread(clock.now());
  server = await startFaultServer((path) => {
    const url = new URL(path, 'http://a');
    if (isDown) return { kind: 'reset' };
    if (broken.has(url.pathname.split('/').at(-1) ?? '')) return { kind: 'answer', body: '<!doctype html><title>Busy</title>' };
    return { kind: 'answer', body: market.chart(url, clock.now()) };
  });
  net = openRefresher(store, clock, { 'sources.yahoo.url': server.url }, market);
  const log = new MemoryLog();
  const cache = new Cache({
    memory: guardedLevel({ name: 'memory', open: () => memoryLevel({ entries: 100, bytes: 1_000_000 }), clock, log }),
    disk: guardedLevel({ name: 'disk', open: null, clock, log }), clock, log, timesOf: timesUnder(300_000),
  });
  desk = createQuoteDesk({ cache, sources: net.sources, read: store.read, batch, offline: () => false });
  const parts = ['AAA', 'BBB', 'CCC'].map((code) => dailyPart(code, barsAt([20_000], () => 50), { mic: 'XNAS' }));
  await importChunk(store, chunkOf(...parts));
  await store.write.saveWatchlist({ id: null, name: 'Mine', group: null, members: [{ symbol: 'XNAS:AAA', tags: [] }, { symbol: 'XNAS:BBB', tags: [] }] });
  scheduler = openJobs({
    ports: { clock, log, power: null }, store, file: profile.file, cache, calendarById: net.calendarById, profile: machineProfiles.normal,
    work: {
      quotes: quoteWork(desk, batch, pollMs / 2),
      bars: refreshWork({ refresher: net.refresher, tasks: net.tasks, sources: net.sources, read: store.read }),
      warm: quoteWork(desk, batch), news: null, lists: null, industries: null, folder: null,
    },
    keptDays: () => 90, isPaused: () => false, onChange: () => undefined,
  });
  scheduler.start();
  await scheduler.settled();
});
afterEach(async () => {
  await scheduler.close();
  await net.close();
  await server.close();
  await profile.dispose();
});

/** Looks at the clock at each step until a time, as the ticker does. */
async function pass(until: string, stepMs = pollMs): Promise<void> {
  while (clock.now() < utc(until)) {
    clock.advance(Math.min(stepMs, utc(until) - clock.now()));
    scheduler.runDue();
    await scheduler.settled();
  }
}
const asked = (): string[] => server.asked.splice(0).map(({ path }) => new URL(path, 'http://a').pathname.split('/').at(-1) ?? '');
const runs = (job: 'quotes' | 'bars' | 'precache') => store.read.jobRuns(job, 0, 100);

describe('quotes', () => {
  test('are fetched for the watched symbols at each turn from the opening to the close, and at no other time', async () => {
    await pass('2026-11-20T14:29:30Z');
    expect([asked(), runs('quotes')]).toEqual([[], []]);
    await pass('2026-11-20T14:31:30Z');
    expect(asked()).toEqual(['AAA', 'BBB', 'AAA', 'BBB', 'AAA', 'BBB', 'AAA', 'BBB']);
    expect(runs('quotes')[0]).toMatchObject({ trigger: 'schedule', outcome: 'done', done: 2, failed: 0 });
    // What the job fetched is at hand.
    expect((await desk.read(['XNAS:AAA'])).answers.get('XNAS:AAA')).toMatchObject({ source: 'yahoo', state: 'fresh', value: { price: market.bars('AAA', 0, clock.now()).at(-1)?.close } });
    expect(asked()).toEqual([]);
    clock.advance(utc('2026-11-20T21:00:00Z') - clock.now());
    await pass('2026-11-20T21:10:00Z', minuteMs);
    expect(asked()).toEqual([]);
  });

  test('of a symbol that fails do not keep the others back', async () => {
    broken.add('AAA');
    await pass('2026-11-20T14:30:00Z');
    expect(runs('quotes')[0]).toMatchObject({ outcome: 'partial', done: 1, failed: 1, failures: [{ subject: 'XNAS:AAA' }] });
  });

  test('from a server that is down are put off longer each time, told by an alert on sources, and come again with it', async () => {
    const failing = failingSources(net.sources, net.http, clock);
    expect(failing()).toEqual([]);
    isDown = true;
    await pass('2026-11-20T15:00:00Z', minuteMs);
    expect(runs('quotes').length).toBeLessThan(15);
    expect(runs('quotes')[0]).toMatchObject({ outcome: 'failed', done: 0, failed: 2 });
    const [trouble] = failing();
    expect(trouble).toMatchObject({ source: 'Yahoo Finance' });
    await pass('2026-11-20T15:01:00Z');
    expect(failing()).toEqual([trouble]);
    isDown = false;
    await pass('2026-11-20T15:45:00Z', 5 * minuteMs);
    expect(runs('quotes')[0]).toMatchObject({ outcome: 'done', done: 2 });
    expect([failing(), scheduler.board().jobs.find(({ name }) => name === 'quotes')?.attempts]).toEqual([[], 0]);
  });
});

describe('bars', () => {
  test('of the session come twenty minutes after the close, once, for all that is stored', async () => {
    clock.advance(utc('2026-11-20T21:00:00Z') - clock.now());
    await pass('2026-11-20T21:19:30Z', 5 * minuteMs);
    expect(asked()).toEqual([]);
    await pass('2026-11-20T21:21:00Z', 10_000);
    expect(asked().sort()).toEqual(['AAA', 'BBB', 'CCC']);
    expect(runs('bars')).toMatchObject([{ outcome: 'done', done: 3, failed: 0 }]);
    const instrument = store.read.instrument('XNAS:CCC');
    const closes = store.read.seriesOf(instrument?.id ?? 0).filter(({ origin }) => origin === 'yahoo').map(({ id }) => store.read.bars(id).close.at(-1));
    expect(closes).toEqual([market.bars('CCC', 0, clock.now()).at(-1)?.close]);
    await pass('2026-11-21T12:00:00Z', 60 * minuteMs);
    expect(runs('bars')).toHaveLength(1);
  });

  test('of symbols that fail are tried again a few times, and the session then counts as done', async () => {
    broken.add('BBB');
    clock.advance(utc('2026-11-20T21:20:00Z') - clock.now());
    await pass('2026-11-20T23:20:00Z', 10 * minuteMs);
    expect(runs('bars').map(({ outcome, done, failures }) => [outcome, done, failures.map(({ subject }) => subject)])).toEqual(Array.from({ length: 3 }, () => ['partial', 2, ['XNAS:BBB']]));
  });
});

test('the midnight pre-cache fetches ahead what the watchlists will ask for', async () => {
  const midnight = scheduler.board().jobs.find(({ name }) => name === 'precache')?.nextAt ?? 0;
  clock.advance(midnight - clock.now() - 1);
  scheduler.runDue();
  await scheduler.settled();
  asked();
  clock.advance(spreadMs + 1);
  scheduler.runDue();
  await scheduler.settled();
  expect(asked().filter((code) => code !== 'CCC')).toEqual(['AAA', 'BBB']);
  expect(runs('precache')).toMatchObject([{ outcome: 'done', done: 2, failed: 0 }]);
  await desk.read(['XNAS:AAA', 'XNAS:BBB']);
  expect(asked()).toEqual([]);
});
