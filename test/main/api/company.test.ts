import { afterEach, beforeEach, expect, test } from 'vitest';
import { companyHandlers } from '../../../src/main/api/company.ts';
import { createSeriesAge } from '../../../src/main/api/series-age.ts';
import type { FactsChunk } from '../../../src/main/store/company-facts.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { tradingDateOf, type UtcMs } from '../../../src/shared/time.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { barsAt, chunkOf, dailyPart, importChunk, temporaryProfile } from '../store/store-fixture.ts';

const symbol = 'DEMO:AAA';
const source = 'reports.csv';
const utc = (text: string): UtcMs => Date.parse(text) as UtcMs;
const report = (year: number, publishedAt: string, revenue: number, netProfit: number) => ({
  symbol, source, months: 12, currency: 'USD', periodEnd: tradingDateOf(`${year}-12-31`), publishedAt: utc(publishedAt),
  revenue, netProfit, grossProfit: revenue / 2, equity: 100, assets: 160,
});
const flow = (day: string, main: number) => ({
  symbol, source, day: tradingDateOf(day), superLarge: main, large: 0, medium: 0, small: -main,
  superLargePercent: main / 10, largePercent: 0, mediumPercent: 0, smallPercent: -main / 10,
});
/** 20 a share on 2025-09-05, of which there are 10; three years of growth by a fifth, the last year restated down. */
const facts: FactsChunk = {
  reports: [report(2021, '2022-03-01T00:00:00Z', 100, 10), report(2024, '2025-03-01T20:00:00Z', 172.8, 20), report(2024, '2025-09-01T12:00:00Z', 133.1, 16)],
  shares: [{ symbol, source, effectiveFrom: tradingDateOf('2020-01-01'), total: 10, floating: 6 }],
  flows: [flow('2025-03-03', 30), flow('2025-03-04', -10)],
};

const unfetched = { covers: () => false, work: async () => ({ done: 0, failures: [] }) };

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
let company: ReturnType<typeof companyHandlers>;
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([tradingDateOf('2025-03-01'), tradingDateOf('2025-03-04'), tradingDateOf('2025-09-05')], () => 20))));
  const batch = await store.write.beginImport(source, 'facts', utc('2025-09-06T00:00:00Z'));
  await store.write.writeFacts(batch, facts, utc('2025-09-06T00:00:00Z'));
  await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
  const calendarById = (): null => null;
  company = companyHandlers({ store, calendarById, ageOf: createSeriesAge(calendarById, new ManualClock(), false) }, unfetched);
});
afterEach(() => profile.dispose());

const fundamentals = async (asOf?: string) => company['company.fundamentals'](asOf === undefined ? { symbol } : { symbol, asOf }, { id: 'test' });

test('figures worked by hand from the restated report: 200 of value to 16, 100 and 133.1', async () => {
  expect(await fundamentals()).toMatchObject({
    periodEnd: '2024-12-31', publishedAt: '2025-09-01T12:00:00Z', years: 2, restated: 1, reportSource: source,
    close: 20, shares: 10, peTtm: 12.5, priceToBook: 2, grossMargin: 50, returnOnEquity: 16, debtRatio: 37.5, maximum: 85, judged: 85, coverage: 1,
  });
  const { priceToSales, netMargin, revenueGrowth } = await fundamentals();
  expect([priceToSales?.toFixed(4), netMargin?.toFixed(4), revenueGrowth?.toFixed(4)]).toEqual(['1.5026', '12.0210', '10.0000']);
});

test('as of a day before the restatement the first figures stand, and a report counts on the day it came out in its exchange', async () => {
  expect(await fundamentals('2025-08-31')).toMatchObject({ returnOnEquity: 20, restated: 0 });
  expect(await fundamentals('2025-03-01')).toMatchObject({ periodEnd: '2024-12-31' });
  expect(await fundamentals('2025-02-28')).toMatchObject({ periodEnd: '2021-12-31', close: null, peTtm: null });
  await expect(fundamentals('2022-02-27')).rejects.toMatchObject({ code: 'fundamentals.none' });
});

test('the price of a day before a later split is valued with the shares of that day', async () => {
  const batch = await store.write.beginImport('actions', 'facts', utc('2025-09-06T00:00:00Z'));
  const split = { symbol, kind: 'split', exDate: tradingDateOf('2025-06-01'), announcedAt: null, value: 2, price: null, source } as const;
  await store.write.writeChunk(batch, { series: [], rejections: [], actions: [split] }, utc('2025-09-06T00:00:00Z'));
  await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
  expect(await fundamentals('2025-03-04')).toMatchObject({ close: 40, peTtm: 20 });
  expect(await fundamentals()).toMatchObject({ close: 20, peTtm: 12.5 });
});

test('money flow is split by size, says which day it ends with, and nothing stands in for what is missing', async () => {
  const flowOf = async (asOf?: string) => company['company.flow'](asOf === undefined ? { symbol } : { symbol, asOf }, { id: 'test' });
  expect(await flowOf()).toMatchObject({ from: '2025-03-03', to: '2025-03-04', days: 2, asOf: '2025-09-05', main: { net: 20, positiveDays: 1 } });
  expect(await flowOf('2025-03-03')).toMatchObject({ days: 1, main: { net: 30 } });
  await expect(flowOf('2025-03-02')).rejects.toMatchObject({ code: 'flow.none' });
});
