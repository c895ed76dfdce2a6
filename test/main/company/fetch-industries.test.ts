import { afterEach, beforeEach, expect, test } from 'vitest';
import { industryFetch } from '../../../src/main/company/fetch-industries.ts';
import { industriesJob } from '../../../src/main/jobs/industries-job.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { industriesOn } from '../../../src/main/universe/industries-on.ts';
import { formatTradingDate, tradingDateOf } from '../../../src/shared/time.ts';
import { barsAt, chunkOf, dailyPart, importChunk, temporaryProfile } from '../store/store-fixture.ts';
import { companyBench, importShares } from './company-bench.ts';

const minute = 60_000;
const day = 1_440 * minute;

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
});
afterEach(() => profile.dispose());

/** Thursday 15:30 in Shanghai; members by board, null for one that the source fails on. */
function openBench() {
  const boards: Record<string, string[] | null> = { BK1: ['600001', '600009'], BK2: ['600002'] };
  const state = { offline: false, boards, down: false };
  const bench = companyBench('2026-11-19T07:30:00Z', (url) => {
    const wanted = url.searchParams.get('fs') ?? '';
    const board = wanted.startsWith('b:') ? (wanted.split(' ')[0]?.slice(2) ?? '') : null;
    const rows = board === null ? Object.keys(state.boards).map((id) => ({ f12: id, f14: `Board ${id}` })) : state.boards[board]?.map((code) => ({ f12: code, f13: 1, f14: code }));
    return state.down || rows === undefined ? null : { data: { total: rows.length, diff: rows } };
  });
  let computed = 0;
  const compute = async () => ({ done: (computed += 1) > 0 ? 2 : 0, failures: [] });
  const job = industriesJob(compute, industryFetch({ ...bench, store, offline: () => state.offline }), () => store.read.dataVersion());
  const run = (trigger: 'schedule' | 'user' = 'schedule') =>
    job.run({ trigger, signal: new AbortController().signal, now: bench.clock.now(), symbols: () => [], sessions: [], progress: () => undefined });
  return { ...bench, state, run, computed: () => computed };
}
const memberships = () =>
  store.read.memberships().map(({ instrument, scheme, industry, validFrom, validUntil }) =>
    [store.read.instruments().find(({ id }) => id === instrument)?.code, scheme, industry, ...[validFrom, validUntil].map((one) => (one === null ? null : formatTradingDate(one)))].join(' '));
const industries = (on: string) => industriesOn(store.read.memberships(), store.read.instruments().map(({ id }) => id), tradingDateOf(on), undefined).industries;

test('industries are fetched and stored for the shares there are, from the day of the fetch on, and the tables follow', async () => {
  const { run, computed, asked } = openBench();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  expect(await run()).toEqual({ done: 4, failures: [] });
  expect([memberships(), computed(), asked.length]).toEqual([['600001 eastmoney Board BK1 2026-11-19 ', '600002 eastmoney Board BK2 2026-11-19 '], 1, 3]);
  expect([industries('2026-11-18'), industries('2026-11-19')]).toEqual([[null, null], ['Board BK1', 'Board BK2']]);
});

test('a source is asked once a day, and unmoved shares are not written again', async () => {
  const { run, asked, clock, computed } = openBench();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  await run();
  clock.advance(day - minute);
  expect([await run(), asked.length]).toEqual([null, 3]);
  clock.advance(minute);
  expect([await run(), asked.length, store.read.batches().filter(({ format }) => format === 'industries').length, computed()]).toEqual([{ done: 2, failures: [] }, 6, 1, 1]);
});

test('a share that moved is in its old industry before that day and in the new one from it on', async () => {
  const { run, clock, state } = openBench();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  await run();
  clock.advance(day);
  state.boards['BK1'] = ['600009'];
  state.boards['BK2'] = ['600002', '600001'];
  await run();
  expect(memberships()).toEqual(['600001 eastmoney Board BK1 2026-11-19 2026-11-20', '600001 eastmoney Board BK2 2026-11-20 ', '600002 eastmoney Board BK2 2026-11-19 ']);
  expect([industries('2026-11-19')[0], industries('2026-11-20')[0]]).toEqual(['Board BK1', 'Board BK2']);
});

test('an industry that fails is listed, stops no other, and is asked for again an hour later', async () => {
  const { run, clock, state, asked } = openBench();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  state.boards['BK1'] = null;
  expect((await run())?.failures.map(({ subject, error }) => [subject, error.code])).toEqual([['Board BK1', 'network.status']]);
  expect(industries('2026-11-19')).toEqual([null, 'Board BK2']);
  const before = asked.length;
  clock.advance(59 * minute);
  expect([await run(), asked.length]).toEqual([null, before]);
  state.boards['BK1'] = ['600001'];
  clock.advance(minute);
  await run();
  expect([asked.length, industries('2026-11-19')]).toEqual([before + 1, ['Board BK1', 'Board BK2']]);
});

test('with the source down what is stored stands: the failure is listed, no date moves, and the lists keep their age', async () => {
  const { run, clock, state, cache } = openBench();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  await run();
  const [before, fetchedAt] = [memberships(), cache.list('list').map((entry) => entry.fetchedAt)];
  clock.advance(2 * day);
  state.down = true;
  expect((await run())?.failures).toHaveLength(3);
  expect([memberships(), cache.list('list').map((entry) => entry.fetchedAt)]).toEqual([before, fetchedAt]);
});

test('offline, and without Chinese shares, nothing is asked; a later import makes it due', async () => {
  const { run, state, asked } = openBench();
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([tradingDateOf('2026-11-19')]))));
  await run();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  state.offline = true;
  expect([await run('user'), asked.length]).toEqual([{ done: 2, failures: [] }, 0]);
  state.offline = false;
  await run();
  expect(asked.length).toBe(3);
});

test('what is fetched on a weekend holds from the session before it, the newest that has bars', async () => {
  const { run, clock } = openBench();
  await importShares(store, ['600001', '600002'], '2026-11-19');
  clock.advance(2 * day);
  await run();
  expect([industries('2026-11-19'), industries('2026-11-20')]).toEqual([[null, null], ['Board BK1', 'Board BK2']]);
});
