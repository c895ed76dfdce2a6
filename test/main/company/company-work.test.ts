import { afterEach, beforeEach, expect, test } from 'vitest';
import { companyHandlers } from '../../../src/main/api/company.ts';
import { createSeriesAge } from '../../../src/main/api/series-age.ts';
import { createCompanyDesk } from '../../../src/main/company/company-desk.ts';
import { companyWork } from '../../../src/main/company/company-work.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { tradingDateOf } from '../../../src/shared/time.ts';
import { barsAt, chunkOf, dailyPart, importChunk, temporaryProfile } from '../store/store-fixture.ts';
import { companyBench, shanghai } from './company-bench.ts';

const america = { mic: 'XNAS', currency: 'USD', zone: 'America/New_York', calendar: 'XNAS' };
const [chinese, american, foreign] = ['XSHG:600001', 'XNAS:AAA', 'DEMO:ZZZ'];
const hour = 3_600_000;
const { signal } = new AbortController();

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
  const bars = () => barsAt([tradingDateOf('2024-06-03'), tradingDateOf('2026-11-19')], () => 20);
  await importChunk(store, chunkOf(dailyPart('600001', bars(), shanghai), dailyPart('AAA', bars(), america), dailyPart('ZZZ', bars())));
});
afterEach(() => profile.dispose());

/** Thursday 15:30 in Shanghai. One report of each company; null for a source that fails. */
function openBench() {
  const state = { offline: false, notice: '2025-04-03', income: 100 as number | null, yahoo: { year: '2025-09-27', profit: 10 } as { year: string; profit: number } | null, shares: 50 };
  const bench = companyBench('2026-11-19T07:30:00Z', (url) => {
    const report = url.searchParams.get('reportName');
    if (report !== null) {
      const figures = report.endsWith('INCOME') ? { TOTAL_OPERATE_INCOME: state.income, OPERATE_COST: 40, PARENT_NETPROFIT: 20 } : { TOTAL_ASSETS: 160, TOTAL_EQUITY: 100 };
      return state.income === null ? null : { code: 0, result: { data: [{ SECURITY_CODE: '600001', REPORT_DATE: '2024-12-31 00:00:00', NOTICE_DATE: `${state.notice} 00:00:00`, ...figures }] } };
    }
    if (url.pathname === '/api/qt/stock/get') return { data: { f57: '600001', f84: state.shares, f85: 30, f189: 20010827 } };
    if (state.yahoo === null) return null;
    const row = (raw: number) => [{ asOfDate: state.yahoo?.year, periodType: '12M', currencyCode: 'USD', reportedValue: { raw } }];
    const symbol = [url.pathname.split('/').at(-1) ?? ''];
    return { timeseries: { result: symbol[0] === '600001.SS' ? [] : [{ meta: { symbol }, annualNetIncome: row(state.yahoo.profit), quarterlyOrdinarySharesNumber: row(5) }] } };
  });
  const desk = createCompanyDesk({ ...bench, read: store.read, offline: () => state.offline });
  const parts = { ...bench, desk, store };
  const work = companyWork(parts);
  const run = (symbols = [chinese, american, foreign]) => work(symbols, signal, () => undefined);
  const from = { store, calendarById: bench.calendarById, ageOf: createSeriesAge(bench.calendarById, bench.clock, false) };
  const company = companyHandlers(from, { covers: desk.covers, work: companyWork({ ...parts, maxAge: { reportsMs: 0, profileMs: 0 } }) });
  const fundamentals = async (symbol: string, asOf?: string) => company['company.fundamentals'](asOf === undefined ? { symbol } : { symbol, asOf }, { id: 'test' });
  const fetchNow = async (symbol: string) => company['company.fetch']({ symbol }, { id: 'test' });
  return { ...bench, state, run, fundamentals, fetchNow };
}
const batches = () => store.read.batches().filter(({ format }) => format === 'fundamentals').length;

test('fetched reports, share counts and listing days are stored and seen as of the day of publication', async () => {
  const { run, fundamentals } = openBench();
  expect(await run()).toEqual({ done: 2, failures: [] });
  expect(await fundamentals(chinese)).toMatchObject({
    reportSource: 'eastmoney', periodEnd: '2024-12-31', publishedAt: '2025-04-03T15:59:59.999Z', isDated: true, currency: 'CNY', shares: 50, close: 20, peTtm: 50, priceToBook: 10, grossMargin: 60, debtRatio: 37.5,
  });
  expect(await fundamentals(chinese, '2025-04-03')).toMatchObject({ periodEnd: '2024-12-31', shares: null });
  await expect(fundamentals(chinese, '2025-04-02')).rejects.toMatchObject({ code: 'fundamentals.none' });
  const instrument = store.read.instrument(chinese);
  expect(instrument?.listedOn).toBe(tradingDateOf('2001-08-27'));
  expect(store.read.shares(instrument?.id ?? 0)).toMatchObject([{ effectiveFrom: tradingDateOf('2026-11-19'), total: 50, floating: 30 }]);
});

test('a report without a day of publication counts from when it was first seen, and says so', async () => {
  const { run, fundamentals } = openBench();
  await run();
  expect(await fundamentals(american)).toMatchObject({ reportSource: 'yahoo', periodEnd: '2025-09-27', publishedAt: '2026-11-19T07:30:00Z', isDated: false, shares: 5, peTtm: 10 });
  await expect(fundamentals(american, '2026-11-18')).rejects.toMatchObject({ code: 'fundamentals.none' });
});

test('a report of today is dated by today; a day that has not come is no day of publication', async () => {
  const { fundamentals, fetchNow, state } = openBench();
  state.notice = '2026-11-20';
  await fetchNow(chinese);
  expect(await fundamentals(chinese)).toMatchObject({ publishedAt: '2026-11-19T07:30:00Z', isDated: false });
  const other = openBench();
  other.state.notice = '2026-11-19';
  other.state.income = 90;
  await other.fetchNow(chinese);
  expect(await fundamentals(chinese)).toMatchObject({ publishedAt: '2026-11-19T15:59:59.999Z', isDated: true, restated: 1 });
});

test('what is held is not asked for again: share counts for a week, reports for ninety days; what did not change is not written', async () => {
  const { run, asked, clock } = openBench();
  await run();
  const [questions, written] = [asked.length, batches()];
  clock.advance(7 * 24 * hour - 1);
  await run();
  expect(asked.length).toBe(questions);
  clock.advance(1);
  await run();
  expect(asked.slice(questions).map(({ pathname }) => pathname.split('/').at(-1))).toEqual(['get', 'AAA']);
  clock.advance(90 * 24 * hour);
  await run();
  expect([asked.length, batches()]).toEqual([2 * questions + 2, written]);
});

test('a restated year stands beside the first figures from its announcement on; one without a new day counts from when it was noticed', async () => {
  const { run, fundamentals, state, clock } = openBench();
  await run();
  clock.advance(90 * 24 * hour);
  state.income = 80;
  state.notice = '2027-01-20';
  await run();
  expect([(await fundamentals(chinese, '2027-01-19')).grossMargin, (await fundamentals(chinese, '2027-01-20')).grossMargin]).toEqual([60, 50]);
  clock.advance(90 * 24 * hour);
  state.income = 50;
  await run();
  expect(await fundamentals(chinese)).toMatchObject({ grossMargin: 20, restated: 2, publishedAt: '2027-05-18T07:30:00Z' });
  expect((await fundamentals(chinese, '2027-05-17')).grossMargin).toBe(50);
});

test('a source that fails is listed with the reason, stops no other, and what is stored stays', async () => {
  const { run, state, clock, fundamentals } = openBench();
  await run();
  clock.advance(90 * 24 * hour);
  [state.income, state.yahoo] = [null, null];
  const { done, failures } = await run();
  expect([done, [...new Set(failures.map(({ subject, error }) => `${subject} ${error.code}`))]]).toEqual([0, [`${chinese} network.status`, `${american} network.status`]]);
  state.offline = true;
  expect((await run([american])).failures.map(({ error }) => error.code)).toEqual(['network.offline', 'network.offline']);
  expect(await fundamentals(chinese)).toMatchObject({ publishedAt: '2025-04-03T15:59:59.999Z' });
});

test('one company can be fetched at once, however young what is held; one that nobody covers is refused with what to do', async () => {
  const { fetchNow, fundamentals, state, asked } = openBench();
  await fetchNow(american);
  state.yahoo = { year: '2025-09-27', profit: 20 };
  await fetchNow(american);
  expect([(await fundamentals(american)).peTtm, asked.length]).toEqual([5, 4]);
  await expect(fetchNow(foreign)).rejects.toMatchObject({ code: 'fundamentals.noSource' });
  state.yahoo = null;
  await expect(fetchNow(american)).rejects.toMatchObject({ code: 'network.status' });
});

test('of a long list so many are asked for a day, and the next day goes on behind them', async () => {
  const codes = Array.from({ length: 70 }, (_, index) => `L${String(index).padStart(3, '0')}`);
  await importChunk(store, chunkOf(...codes.map((code) => dailyPart(code, barsAt([tradingDateOf('2026-11-19')]), america))));
  const { run, asked, clock } = openBench();
  const days: number[] = [];
  for (let times = 0; times < 2; times++) {
    const before = asked.length;
    await run(codes.map((code) => `XNAS:${code}`));
    days.push((asked.length - before) / 2);
    clock.advance(24 * hour);
  }
  expect([days, new Set(asked.map(({ pathname }) => pathname)).size]).toEqual([[50, 20], 70]);
});
