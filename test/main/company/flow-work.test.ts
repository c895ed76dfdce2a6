import { afterEach, beforeEach, expect, test } from 'vitest';
import { companyHandlers } from '../../../src/main/api/company.ts';
import { createSeriesAge } from '../../../src/main/api/series-age.ts';
import { createFlowDesk } from '../../../src/main/company/flow-desk.ts';
import { flowWork } from '../../../src/main/company/flow-work.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { tradingDateOf } from '../../../src/shared/time.ts';
import { barsAt, chunkOf, dailyPart, importChunk, temporaryProfile } from '../store/store-fixture.ts';
import { companyBench, shanghai } from './company-bench.ts';

const [first, second, foreign] = ['XSHG:600001', 'XSHG:600002', 'DEMO:AAA'];
const row = (day: string, superLarge: number): string => `${day},${superLarge},-1,-2,0,${superLarge},5,-0.5,-1,0,5,10,0,0,0`;
const hour = 3_600_000;
const signal = new AbortController().signal;

const unfetched = { covers: () => false, work: async () => ({ done: 0, failures: [] }) };

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
  const bars = barsAt([tradingDateOf('2026-11-18'), tradingDateOf('2026-11-19'), tradingDateOf('2026-11-20')]);
  await importChunk(store, chunkOf(dailyPart('600001', bars, shanghai), dailyPart('600002', barsAt([tradingDateOf('2026-11-20')]), shanghai), dailyPart('AAA', barsAt([tradingDateOf('2026-11-20')]))));
});
afterEach(() => profile.dispose());

/** Thursday 15:30 in Shanghai; rows by code, null for a source that fails. */
function openBench() {
  const rows: Record<string, string[] | null> = { '600001': [row('2026-11-18', 3), row('2026-11-19', 4)], '600002': [row('2026-11-19', 7)] };
  const state = { offline: false, rows };
  const bench = companyBench('2026-11-19T07:30:00Z', (url) => {
    const code = url.searchParams.get('secid')?.slice(2) ?? '';
    const found = state.rows[code] ?? null;
    return found === null ? null : { data: { code, klines: found } };
  });
  const desk = createFlowDesk({ ...bench, read: store.read, offline: () => state.offline });
  const work = flowWork({ desk, store, clock: bench.clock, batch: 50 });
  const run = () => work([first, second, foreign], signal, () => undefined);
  const company = companyHandlers({ store, calendarById: bench.calendarById, ageOf: createSeriesAge(bench.calendarById, bench.clock, false) }, unfetched);
  const flow = async (asOf?: string) => company['company.flow'](asOf === undefined ? { symbol: first } : { symbol: first, asOf }, { id: 'test' });
  return { ...bench, state, desk, run, flow };
}
const flowBatches = () => store.read.batches().filter(({ format }) => format === 'flow').length;

test('fetched flow is stored and seen: the newest days with their source and the time they were fetched, as of a day what that day had', async () => {
  const { run, flow } = openBench();
  expect(await run()).toEqual({ done: 2, failures: [] });
  expect(await flow()).toMatchObject({ flowSource: 'eastmoney', from: '2026-11-18', to: '2026-11-19', recordedAt: '2026-11-19T07:30:00Z', main: { net: 7, meanPercent: 5 } });
  expect(await flow('2026-11-18')).toMatchObject({ to: '2026-11-18', main: { net: 3 } });
  await expect(flow('2026-11-17')).rejects.toMatchObject({ code: 'flow.none' });
});

test('within half a day nothing is asked or written again; after it only the new day is written, as one import', async () => {
  const { run, asked, clock, state } = openBench();
  await run();
  await run();
  expect([asked.length, flowBatches()]).toEqual([2, 1]);
  clock.advance(24 * hour);
  state.rows['600001']?.push(row('2026-11-20', 5));
  await run();
  expect([asked.length, flowBatches(), store.read.batches()[0]?.rows]).toEqual([4, 2, 1]);
});

test('a day whose session is still on, or with a figure missing, is not stored', async () => {
  const { run, state, flow, clock } = openBench();
  clock.advance(22 * hour);
  state.rows['600001'] = [row('2026-11-18', 3), '2026-11-19,4,-1,-,0,4,5,-0.5,-1,0,5', row('2026-11-20', 9)];
  await run();
  expect(await flow()).toMatchObject({ to: '2026-11-18', days: 1 });
});

test('a symbol whose source fails is listed with the reason and stops no other', async () => {
  const { run, state } = openBench();
  state.rows['600001'] = null;
  const { done, failures } = await run();
  expect([done, failures.map(({ subject, error }) => [subject, error.code])]).toEqual([1, [[first, 'network.status']]]);
  expect(store.read.flows(store.read.instrument(second)?.id ?? 0)).toHaveLength(1);
});

test('a failed or forbidden fetch keeps the last good days with their age: nothing is written and no date moves', async () => {
  const { run, state, clock, flow, asked, desk } = openBench();
  await run();
  const before = await flow();
  clock.advance(48 * hour);
  state.rows['600001'] = null;
  expect((await run()).failures.map(({ subject }) => subject)).toEqual([first]);
  state.offline = true;
  const questions = asked.length;
  clock.advance(24 * hour);
  expect((await run()).failures.map(({ error }) => error.code)).toEqual(['network.offline', 'network.offline']);
  expect(await desk.read(first, 0)).toMatchObject({ state: 'last-good', fetchedAt: Date.parse('2026-11-19T07:30:00Z'), problem: { code: 'network.offline' } });
  const after = await flow();
  expect([asked.length, flowBatches(), after.to, after.recordedAt]).toEqual([questions, 1, before.to, before.recordedAt]);
});
