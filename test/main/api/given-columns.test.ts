import { afterEach, beforeEach, expect, test } from 'vitest';
import { analyzeHandlers } from '../../../src/main/api/analyze/analyze.ts';
import { loadCalendars } from '../../../src/main/calendars/load-calendars.ts';
import { loadMarketRules } from '../../../src/main/market-rules/load-market-rules.ts';
import type { Store } from '../../../src/main/store/store.ts';
import type { GivenColumnsReply } from '../../../src/shared/contract/analyze.ts';
import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';
import { parseTradingDate, type TradingDate, type UtcMs } from '../../../src/shared/time.ts';
import { draft, temporaryProfile } from '../store/store-fixture.ts';

const resources = new URL('../../../resources', import.meta.url).pathname;
// Four sessions of March 2021, a week before any holiday.
const days = ['2021-03-01', '2021-03-02', '2021-03-03', '2021-03-04'].map((day) => parseTradingDate(day) as TradingDate);

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;

function barsOn(times: readonly number[], closes: readonly number[]): BarColumns {
  const bars = allocateBars(times.length);
  bars.time.set(times);
  for (const name of ['open', 'high', 'low', 'close'] as const) bars[name].set(closes);
  bars.volume.fill(1_000);
  return bars;
}

const share = draft('600001', { mic: 'XSHG', calendar: 'XSHG', zone: 'Asia/Shanghai', currency: 'CNY' });
const index = draft('000001.SH', { mic: 'INDEX', kind: 'index', calendar: 'XSHG', zone: 'Asia/Shanghai', currency: 'CNY' });

beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
  const at = 1_000 as UtcMs;
  const batch = await store.write.beginImport('bars.csv', 'csv', at);
  const facts = { freq: '1d', origin: 'csv', basis: 'raw' } as const;
  const series = [{ ...facts, instrument: share, columns: barsOn(days, [10, 11, 5.5, 6.05]) }];
  await store.write.writeChunk(batch, { series, actions: [{ symbol: 'XSHG:600001', kind: 'split', exDate: days[2] as TradingDate, announcedAt: null, value: 2, price: null, source: 'csv' }], rejections: [] }, at);
  await store.write.finishImport(batch, { state: 'completed', rows: 4, rejected: 0 });
});
afterEach(() => profile.dispose());

async function importIndex(): Promise<void> {
  const at = 2_000 as UtcMs;
  const batch = await store.write.beginImport('index.csv', 'csv', at);
  const [first, , third, fourth] = days;
  await store.write.writeChunk(batch, { series: [{ instrument: index, freq: '1d', origin: 'csv', basis: 'raw', columns: barsOn([first, third, fourth] as number[], [100, 102, 103]) }], actions: [], rejections: [] }, at);
  await store.write.finishImport(batch, { state: 'completed', rows: 3, rejected: 0 });
}

function columnsOf(name: 'benchmark' | 'upperLimit' | 'floatShares' | 'session'): GivenColumnsReply {
  const from = { store, calendarById: loadCalendars(resources), rulesByMic: loadMarketRules(resources), ageOf: () => ({ state: 'frozen' as const, sessionsBehind: null, asOf: null }) };
  return analyzeHandlers(from, () => '')['analyze.columns']({ symbol: '600001', freq: '1d', adjust: 'none', names: [name] }, { id: 'test' }) as GivenColumnsReply;
}

test('the benchmark is the index of the market, its last close standing where it has none', async () => {
  await importIndex();
  const { columns, benchmark } = columnsOf('benchmark');
  expect([benchmark, [...(columns.benchmark ?? [])]]).toEqual(['INDEX:000001.SH', [100, 100, 102, 103]]);
});

test('without an index the benchmark is missing, with the reason', () => {
  expect(columnsOf('benchmark').missing).toMatchObject([{ name: 'benchmark', error: { code: 'needs.benchmark', params: { symbol: 'XSHG:600001' } } }]);
});

test('price limits follow the close before, halved by a split on its ex-date', () => {
  expect([...(columnsOf('upperLimit').columns.upperLimit ?? [])]).toEqual([NaN, 11, 6.05, 6.05]);
});

test('free float holds from the day it took effect', async () => {
  expect(columnsOf('floatShares').missing).toMatchObject([{ error: { code: 'needs.floatShares' } }]);
  const batch = await store.write.beginImport('shares.csv', 'csv', 3_000 as UtcMs);
  await store.write.writeFacts(batch, { shares: [{ symbol: 'XSHG:600001', effectiveFrom: days[1] as TradingDate, total: 900, floating: 500, source: 'csv' }] }, 3_000 as UtcMs);
  expect([...(columnsOf('floatShares').columns.floatShares ?? [])]).toEqual([NaN, 500, 500, 500]);
});

test('daily bars do not tell how much of a session has passed', () => {
  expect(columnsOf('session').missing).toMatchObject([{ error: { code: 'needs.session', params: { freq: '1d' } } }]);
});
