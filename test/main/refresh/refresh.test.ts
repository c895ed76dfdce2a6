import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import { machineProfiles } from '../../../src/shared/machine-profiles.ts';
import { formatTradingDate, tradingDateOf, type TradingDate, type UtcMs } from '../../../src/shared/time.ts';
import { createSeriesAge } from '../../../src/main/api/series-age.ts';
import { refreshCoverage } from '../../../src/main/refresh/refresh-coverage.ts';
import { symbolsHandlers } from '../../../src/main/api/symbols.ts';
import type { SymbolList } from '../../../src/shared/contract/symbols.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { startFaultServer, type Fault } from '../../doubles/fault-server.ts';
import { HurriedClock } from '../../doubles/hurried-clock.ts';
import { InventedMarket } from '../../doubles/invented-market.ts';
import { barsAt, chunkOf, dailyPart, importChunk, temporaryProfile } from '../store/store-fixture.ts';
import { barsText, openRefresher, utc } from './refresh-fixture.ts';

/** Friday evening in New York: the session of the 20th has closed. */
const friday = utc('2026-11-20T22:00:00Z');
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `XNAS:T${index}`);

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
let clock: HurriedClock;
let market: InventedMarket;
const opened: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  profile = temporaryProfile();
  clock = new HurriedClock({ now: friday });
  market = new InventedMarket();
  store = await profile.openInThread(friday);
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await profile.dispose();
});

const chart = (path: string): Fault => ({ kind: 'answer', body: market.chart(new URL(path, 'http://a'), clock.now()) });
const symbolOf = (path: string): string => new URL(path, 'http://a').pathname.split('/').at(-1) ?? '';

/** A stand-in for Yahoo and a refresher on it. */
async function open(decide: (path: string, count: number) => Fault = chart) {
  const server = await startFaultServer(decide);
  const refresher = openRefresher(store, clock, { 'sources.yahoo.url': server.url }, market);
  opened.push(refresher, server);
  return { server, ...refresher };
}

function closes(symbol: string): { dates: string[]; close: number[]; flags: number[] } {
  const instrument = store.read.instrument(symbol);
  const [series] = instrument === null ? [] : store.read.seriesOf(instrument.id);
  if (series === undefined) return { dates: [], close: [], flags: [] };
  const { time, close, flags } = store.read.bars(series.id);
  return { dates: [...time].map((at) => formatTradingDate(at as TradingDate)), close: [...close], flags: [...flags] };
}

function expectWhole(symbol: string, code: string): void {
  const wanted = market.bars(code, 0, clock.now());
  expect(closes(symbol).close).toEqual(wanted.map(({ close }) => close));
}

test('a first refresh brings the whole history, names and all, and says how complete it is', async () => {
  const { refresh } = await open();
  const result = await refresh({ symbols: ['XNAS:AAPL', 'MSFT'] });
  expect(result).toMatchObject({ state: 'completed', symbols: 2, upToDate: 2, stale: 0, failed: 0, failures: [] });
  expect(result.addedBars).toBe(2 * market.bars('AAPL', 0, friday).length);
  expectWhole('XNAS:AAPL', 'AAPL');
  expectWhole('US:MSFT', 'MSFT');
  expect(store.read.instrument('XNAS:AAPL')).toMatchObject({ nameEn: 'Invented AAPL', currency: 'USD', calendar: 'XNAS' });
});

test('the machine profile says how many symbols are worked on at a time and kept in one transaction', async () => {
  const held: number[] = [];
  const server = await startFaultServer((path) => {
    held.push(store.read.instruments().length);
    return chart(path);
  });
  const one = openRefresher(store, clock, { 'sources.yahoo.url': server.url }, market, { profile: { ...machineProfiles.small, workers: 1, batch: 1 } });
  opened.push(one, server);
  await one.refresh({ symbols: names(4) });
  expect(held).toEqual([0, 1, 2, 3]);
});

test('with the market closed and its last session stored nothing is asked for again', async () => {
  const { refresh, server } = await open();
  await refresh({ symbols: names(3) });
  const before = server.asked.length;
  const version = store.read.dataVersion();
  expect(await refresh()).toMatchObject({ symbols: 3, upToDate: 3, addedBars: 0 });
  expect([server.asked.length, store.read.dataVersion()]).toEqual([before, version]);
});

test('intraday bars are asked for until the last bar of the session is there', async () => {
  const { refresh, server } = await open(() => ({ kind: 'answer', body: '{}' }));
  const bars = (code: string, last: string) => ({ ...dailyPart(code, barsAt([utc('2026-11-20T14:30:00Z'), utc(last)]), { mic: 'XNAS' }), freq: '5m', origin: 'yahoo' }) as const;
  await importChunk(store, chunkOf(bars('WHOLE', '2026-11-20T20:55:00Z'), bars('HALF', '2026-11-20T17:00:00Z')));
  expect(await refresh({ symbols: ['XNAS:WHOLE', 'XNAS:HALF'], freq: '5m' })).toMatchObject({ upToDate: 1, failed: 1 });
  expect(server.asked.map(({ path }) => symbolOf(path))).toEqual(['HALF']);
});

test('a source that has half of a session only leaves its intraday bars behind', async () => {
  let last = '2026-11-20T17:00:00Z';
  const { refresh } = await open(() => {
    const timestamp = ['2026-11-20T14:30:00Z', last].map((at) => utc(at) / 1_000);
    const column = [10, 10];
    const quote = [{ open: column, high: column, low: column, close: column, volume: column }];
    return { kind: 'answer', body: JSON.stringify({ chart: { result: [{ meta: { symbol: 'HALF', currency: 'USD', exchangeTimezoneName: 'America/New_York' }, timestamp, indicators: { quote } }], error: null } }) };
  });
  expect(await refresh({ symbols: ['XNAS:HALF'], freq: '5m' })).toMatchObject({ upToDate: 0, stale: 1, failed: 0 });
  last = '2026-11-20T20:55:00Z';
  expect(await refresh({ symbols: ['XNAS:HALF'], freq: '5m' })).toMatchObject({ upToDate: 1, stale: 0 });
});

test('the next session is added by asking for a few days only', async () => {
  const { refresh, server } = await open();
  await refresh({ symbols: names(1) });
  clock.advance(3 * 86_400_000);
  expect(await refresh()).toMatchObject({ addedBars: 1, revisedBars: 0 });
  expectWhole('XNAS:T0', 'T0');
  const from = Number(new URL(server.asked.at(-1)?.path ?? '', 'http://a').searchParams.get('period1')) / 86_400;
  expect(from).toBe(tradingDateOf('2026-11-13'));
});

test('a running session is marked open, and completed by the next refresh without counting as a correction', async () => {
  clock = new HurriedClock({ now: utc('2026-11-20T16:00:00Z') });
  const { refresh } = await open();
  await refresh({ symbols: names(1) });
  expect(closes('XNAS:T0').flags.at(-1)).toBe(BarFlag.open);
  clock.advance(8 * 3_600_000);
  expect(await refresh()).toMatchObject({ upToDate: 1, revisedBars: 1 });
  expect(closes('XNAS:T0').flags.every((flag) => flag === 0)).toBe(true);
});

test('one symbol that fails never stops the rest, and each failure is listed with its cause', async () => {
  const bad: Readonly<Record<string, Fault>> = {
    T3: { kind: 'answer', status: 404, body: '{"chart":{"result":null,"error":{"code":"Not Found","description":"No data"}}}' },
    T5: { kind: 'answer', body: '<html>' },
    T7: { kind: 'answer', status: 500, body: '' },
  };
  const { refresh } = await open((path) => bad[symbolOf(path)] ?? (symbolOf(path) === 'T9' ? chart('/v8/finance/chart/OTHER?period1=0') : chart(path)));
  const result = await refresh({ symbols: names(12) });
  expect(result).toMatchObject({ symbols: 12, upToDate: 8, failed: 4 });
  expect(Object.fromEntries(result.failures.map(({ symbol, error }) => [symbol, error.code]))).toEqual({
    'XNAS:T3': 'source.symbolUnknown', 'XNAS:T5': 'network.type', 'XNAS:T7': 'network.status', 'XNAS:T9': 'source.symbolMismatch',
  });
  expect(result.causes.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  for (const index of [0, 1, 2, 4, 6, 8, 10, 11]) expectWhole(`XNAS:T${index}`, `T${index}`);
  for (const index of [3, 5, 7, 9]) expect(store.read.instrument(`XNAS:T${index}`)).toBeNull();
});

test('without a network each symbol is listed, nothing is written, no "as of" moves, and no storm breaks loose', async () => {
  const { refresh } = await open();
  await refresh({ symbols: names(30) });
  const before = names(30).map((symbol) => barsText(store, symbol));
  const version = store.read.dataVersion();
  clock.advance(3 * 86_400_000);
  const dead = await open(() => ({ kind: 'reset' }));
  const result = await dead.refresh();
  expect(result).toMatchObject({ symbols: 30, upToDate: 0, failed: 30 });
  expect(result.failures).toHaveLength(30);
  expect(dead.server.asked.length).toBeLessThanOrEqual(21);
  expect(names(30).map((symbol) => barsText(store, symbol))).toEqual(before);
  expect(store.read.dataVersion()).toBe(version);
});

test('the coverage counts each symbol once: up to date, behind, or failed', async () => {
  let isDown = false;
  const { refresh } = await open((path) => (isDown && symbolOf(path) === 'T2' ? { kind: 'answer', status: 404, body: '' } : chart(path)));
  await refresh({ symbols: names(3) });
  clock.advance(3 * 86_400_000);
  isDown = true;
  await refresh({ symbols: ['XNAS:T0', 'XNAS:T2'] });
  const { symbols, upToDate, stale, failed, unknown } = refreshCoverage(store.read, createSeriesAge(() => market.calendar, clock));
  expect({ symbols, upToDate, stale, failed, unknown }).toEqual({ symbols: 3, upToDate: 1, stale: 1, failed: 1, unknown: 0 });
});

test('bars that no source renews are told as failed until one does', async () => {
  let isDown = false;
  const { refresh } = await open((path) => (isDown ? { kind: 'answer', status: 404, body: '' } : chart(path)));
  await refresh({ symbols: ['XNAS:T0'] });
  const source = { store, calendarById: () => market.calendar, ageOf: createSeriesAge(() => market.calendar, clock) };
  const states = (): (string | undefined)[] => (symbolsHandlers(source)['symbols.list']({}, { id: 'test' }) as SymbolList).symbols.map(({ freshness }) => `${freshness?.state} ${freshness?.sessionsBehind}`);
  const seen = [states()];
  clock.advance(3 * 86_400_000);
  seen.push(states());
  isDown = true;
  await refresh();
  seen.push(states());
  isDown = false;
  await refresh();
  seen.push(states());
  expect(seen).toEqual([['fresh 0'], ['stale 1'], ['failed 1'], ['fresh 0']]);
});

test('Offline refuses a refresh before it begins', async () => {
  const { refresh, goOffline, server } = await open();
  goOffline(true);
  await expect(refresh({ symbols: names(1) })).rejects.toThrow(AppError);
  expect(server.asked).toEqual([]);
});

test("yesterday's data is stored as what it is: behind, with its day", async () => {
  const { refresh } = await open((path) => ({ kind: 'answer', body: market.chart(new URL(path, 'http://a'), (clock.now() - 86_400_000) as UtcMs) }));
  const result = await refresh({ symbols: names(1) });
  expect(result).toMatchObject({ upToDate: 0, stale: 1, failed: 0, staleSymbols: ['XNAS:T0'] });
  expect(closes('XNAS:T0').dates.at(-1)).toBe('2026-11-19');
});

test('a split is noticed by the restated history, all of it is fetched again, and the old values are kept', async () => {
  const { refresh } = await open();
  market.splits.set('T0', { exDate: tradingDateOf('2026-11-23'), value: 4 });
  await refresh({ symbols: names(2) });
  clock.advance(3 * 86_400_000);
  const result = await refresh();
  expect(result).toMatchObject({ upToDate: 2, rebased: ['XNAS:T0'] });
  expectWhole('XNAS:T0', 'T0');
  expectWhole('XNAS:T1', 'T1');
  const instrument = store.read.instrument('XNAS:T0');
  const [series] = store.read.seriesOf(instrument?.id ?? 0);
  expect(store.read.revisions(series?.id ?? 0).length).toBe(market.bars('T0', 0, friday).length);
  expect(store.read.actions(instrument?.id ?? 0)).toMatchObject([{ kind: 'split', exDate: tradingDateOf('2026-11-23'), value: 4, source: 'yahoo' }]);
});

test('a gap in the history is found by the calendar and filled; one the source does not have is asked for once', async () => {
  const holes = new Set([tradingDateOf('2026-10-07'), tradingDateOf('2026-10-08')]);
  let filled = false;
  const { refresh, server } = await open((path) => {
    const answer = JSON.parse(market.chart(new URL(path, 'http://a'), clock.now())) as { chart: { result: { timestamp: number[]; indicators: { quote: Record<string, (number | null)[]>[] } }[] } };
    const [result] = answer.chart.result;
    for (const [index, seconds] of (result?.timestamp ?? []).entries()) {
      const date = Math.floor(seconds / 86_400) as TradingDate;
      if (holes.has(date) && !(filled && date === tradingDateOf('2026-10-07'))) for (const column of Object.values(result?.indicators.quote[0] ?? {})) column[index] = null;
    }
    return { kind: 'answer', body: JSON.stringify(answer) };
  });
  await refresh({ symbols: names(1) });
  expect(closes('XNAS:T0').dates).not.toContain('2026-10-07');
  expect(store.read.refreshItems()[0]?.gaps).toBe(2);
  filled = true;
  clock.advance(3 * 86_400_000);
  await refresh();
  const from = Number(new URL(server.asked.at(-1)?.path ?? '', 'http://a').searchParams.get('period1')) / 86_400;
  expect(from).toBe(tradingDateOf('2026-11-13'));
  // Gaps nobody asked the source for, as an import leaves them.
  await store.write.writeRefresh({ batch: null, chunk: { series: [], actions: [], rejections: [] }, items: store.read.refreshItems().map((item) => ({ ...item, gaps: 0 })), compared: [] }, clock.now());
  clock.advance(86_400_000);
  await refresh();
  expect(closes('XNAS:T0').dates).toContain('2026-10-07');
  expect(store.read.refreshItems()[0]?.gaps).toBe(1);
});

describe('two origins', () => {
  const eastRows = (from: string): string[] => market.bars('600519', 0, clock.now()).filter(({ date }) => formatTradingDate(date) >= from).map(({ date, open: first, high, low, close, volume }) => [formatTradingDate(date), first, close, high, low, volume / 100, 0].join(','));
  const east = (path: string): Fault => {
    const beg = new URL(path, 'http://a').searchParams.get('beg') ?? '';
    return { kind: 'answer', body: JSON.stringify({ data: { code: '600519', name: '股', klines: eastRows(`${beg.slice(0, 4)}-${beg.slice(4, 6)}-${beg.slice(6)}`) } }) };
  };
  const tencent = (path: string, factor = 1): Fault => {
    const [name = '', , from = '', to = ''] = (new URL(path, 'http://a').searchParams.get('param') ?? '').split(',');
    const rows = market.bars('600519', tradingDateOf(from), clock.now()).filter(({ date }) => formatTradingDate(date) <= to).map((bar) => [formatTradingDate(bar.date), bar.open * factor, bar.close * factor, bar.high * factor, bar.low * factor, bar.volume / 100].map(String));
    return { kind: 'answer', body: JSON.stringify({ code: 0, data: { [name]: { day: rows } } }) };
  };

  async function openTwo(first: (path: string) => Fault, second: (path: string) => Fault) {
    const [one, two] = [await startFaultServer(first), await startFaultServer(second)];
    const refresher = openRefresher(store, clock, { 'sources.eastmoney.url': one.url, 'sources.tencent.url': two.url, 'sources.order.CN': 'eastmoney,tencent' }, market);
    opened.push(refresher, one, two);
    return refresher;
  }

  test('when the first closes the connection the second delivers, in a series of its own, with its whole history', async () => {
    const { refresh } = await openTwo(() => ({ kind: 'reset' }), tencent);
    const result = await refresh({ symbols: ['600519.SH'] });
    expect(result).toMatchObject({ upToDate: 1, failed: 0, failedOver: 1 });
    expect(store.read.refreshItems()[0]).toMatchObject({ origin: 'tencent', tried: [{ source: 'eastmoney', error: { code: 'network.unreachable' } }] });
    expect(barsText(store, 'XSHG:600519').map((text) => text.split('\n')[0])).toEqual(['tencent 1d raw']);
    expectWhole('XSHG:600519', '600519');
  });

  test('a stale first origin is backed by the second', async () => {
    const { refresh } = await openTwo((path) => {
      const answer = east(path);
      return { kind: 'answer', body: JSON.stringify({ data: { code: '600519', klines: (JSON.parse(answer.kind === 'answer' ? String(answer.body) : '') as { data: { klines: string[] } }).data.klines.slice(0, -3) } }) };
    }, tencent);
    const result = await refresh({ symbols: ['600519.SH'] });
    expect(result).toMatchObject({ upToDate: 1, stale: 0 });
    expect(barsText(store, 'XSHG:600519')).toHaveLength(2);
  });

  test('where two origins differ it is recorded, day by day', async () => {
    const { refresh } = await openTwo(east, (path) => tencent(path, 1.03));
    await refresh({ symbols: ['600519.SH'], sources: ['eastmoney'] });
    clock.advance(3 * 86_400_000);
    await refresh({ symbols: ['600519.SH'], sources: ['tencent'] });
    const differences = store.read.originDifferences();
    expect(differences).toHaveLength(5);
    expect(differences[0]).toMatchObject({ symbol: 'XSHG:600519', origin: 'tencent', other: 'eastmoney' });
    expect((differences[0]?.close ?? 0) / (differences[0]?.otherClose ?? 1)).toBeCloseTo(1.03, 6);
  });

  test('raw prices that come back by another factor are refused', async () => {
    let factor = 1;
    const { refresh } = await openTwo(() => ({ kind: 'reset' }), (path) => tencent(path, factor));
    await refresh({ symbols: ['600519.SH'] });
    const before = barsText(store, 'XSHG:600519');
    factor = 0.5;
    clock.advance(3 * 86_400_000);
    const result = await refresh();
    expect(result.failures[0]?.error).toMatchObject({ code: 'source.rejected', params: { rule: 'shift' } });
    expect(barsText(store, 'XSHG:600519')).toEqual(before);
  });
});

test('against every fault at once nothing is lost, nothing invented, and the coverage is right', async () => {
  const row = (change: Record<string, unknown>): Fault => {
    const answer = JSON.parse(market.chart(new URL('/v8/finance/chart/X?period1=0', 'http://a'), clock.now())) as { chart: { result: { meta: object; indicators: object }[] } };
    return { kind: 'answer', body: JSON.stringify({ chart: { result: [{ ...answer.chart.result[0], ...change }], error: null } }) };
  };
  const faults: readonly (readonly [Fault, string])[] = [
    [{ kind: 'reset' }, 'network.unreachable'],
    [{ kind: 'answer', status: 500, body: '' }, 'network.status'],
    [{ kind: 'halfGzip', body: market.chart(new URL('/v8/finance/chart/F2?period1=0', 'http://a'), friday) }, 'network.truncated'],
    [{ kind: 'cut', body: '{"chart":' }, 'network.truncated'],
    [{ kind: 'answer', body: 'GIF89a', headers: { 'content-type': 'image/gif' } }, 'network.type'],
    [{ kind: 'answer', body: '<html>' }, 'network.type'],
    [{ kind: 'huge', bytes: 40_000_000, zipped: true }, 'network.size'],
    [{ kind: 'redirect', to: '/v8/finance/chart/F7' }, 'network.redirect'],
    [{ kind: 'redirect', to: 'http://169.254.169.254/' }, 'network.redirect'],
    [{ kind: 'answer', body: market.chart(new URL('/v8/finance/chart/OTHER?period1=0', 'http://a'), friday) }, 'source.symbolMismatch'],
    [row({ meta: { symbol: 'F10', currency: 'GBp' } }), 'source.currency'],
    [row({ meta: { symbol: 'F11', currency: 'USD' }, indicators: { quote: [{}] } }), 'source.empty'],
  ];
  // Faults that pass: each second request for these goes well, and a good symbol stands between any two bad ones.
  const passing = new Map<string, number>();
  const { refresh, server } = await open((path) => {
    const name = symbolOf(path);
    const fault = name.startsWith('F') ? faults[Number(name.slice(1))]?.[0] : undefined;
    if (fault !== undefined) return fault;
    const times = (passing.get(name) ?? 0) + 1;
    passing.set(name, times);
    return name.startsWith('P') && times === 1 ? ([{ kind: 'reset' }, { kind: 'answer', status: 503, body: '' }, { kind: 'answer', status: 429, body: '', headers: { 'retry-after': '3' } }] as const)[Number(name.slice(1)) % 3] ?? chart(path) : chart(path);
  });
  const wanted = faults.flatMap((_, index) => [`XNAS:G${index}`, `XNAS:F${index}`, `XNAS:P${index}`]);
  const result = await refresh({ symbols: wanted });
  expect(result).toMatchObject({ symbols: 36, upToDate: 24, stale: 0, failed: 12 });
  expect(Object.fromEntries(result.failures.map(({ symbol, error }) => [symbol, error.code]))).toEqual(Object.fromEntries(faults.map(([, code], index) => [`XNAS:F${index}`, code])));
  for (const [index] of faults.entries()) {
    for (const kind of ['G', 'P']) expectWhole(`XNAS:${kind}${index}`, `${kind}${index}`);
    expect(store.read.instrument(`XNAS:F${index}`)).toBeNull();
  }
  // Three tries at most a symbol, and one hop at most beyond the three of a redirect.
  expect(server.asked.length).toBeLessThan(36 * 3);
});

test('a second caller joins the refresh under way', async () => {
  const { refresher, tasks } = await open();
  const request = { symbols: names(5), subject: 'all', sources: [], freq: '1d', resume: false } as const;
  const first = refresher.start(request);
  expect(refresher.start(request)).toEqual({ task: first.task, joined: true });
  await tasks.finished(first.task);
});

test('a refresh that was broken off goes on where it stood and ends as one that was not', async () => {
  const failing = (path: string): Fault => (Number(symbolOf(path).slice(1)) % 10 === 0 ? { kind: 'answer', status: 404, body: '{"chart":{"result":null,"error":{"code":"Not Found","description":"No data"}}}' } : chart(path));
  const first = await open((path, count) => (count > 150 ? { kind: 'silence' } : failing(path)));
  const broken = first.refresher.start({ symbols: names(300), subject: 'all', sources: [], freq: '1d', resume: false });
  const committed = new Promise<void>((resolve) => {
    const look = (): void => (first.server.asked.length > 150 ? resolve() : void setImmediate(look));
    look();
  });
  await committed;
  await first.close();
  expect((await first.tasks.finished(broken.task)).state).toBe('cancelled');
  const run = store.read.refreshRuns()[0];
  expect(run?.state).toBe('interrupted');
  const kept = store.read.refreshItems().filter(({ state }) => state !== 'pending').length;
  expect(kept).toBeGreaterThan(100);

  const second = await open(failing);
  const result = await second.refresh({ resume: true });
  expect(result).toMatchObject({ run: run?.id, state: 'completed', symbols: 300, upToDate: 270, failed: 30, pending: 0 });
  expect(second.server.asked).toHaveLength(300 - kept);
  for (const symbol of names(300)) if (Number(symbol.slice(6)) % 10 !== 0) expectWhole(symbol, symbol.slice(5));
  await expect(second.refresh({ resume: true })).rejects.toThrow(AppError);
});

test('an origin that limits for a while is waited for, if the run goes well otherwise', async () => {
  const { refresh } = await open((path, count) => (count === 5 ? { kind: 'answer', status: 429, body: '', headers: { 'retry-after': '120' } } : chart(path)));
  const result = await refresh({ symbols: names(20) });
  expect(result).toMatchObject({ upToDate: 20, failed: 0 });
});

test.each([
  ['700', 'symbol.market'], ['XNAS:', 'symbol.market'], ['000001', 'symbol.ambiguous'],
])('%s cannot be refreshed without more said (%s)', async (text, code) => {
  const { refresher } = await open();
  let failure: unknown = null;
  try {
    refresher.start({ symbols: [text], subject: text, sources: [], freq: '1d', resume: false });
  } catch (error) {
    failure = error;
  }
  expect(failure).toMatchObject({ code });
});
