import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppEvent } from '../../../src/shared/contract/event.ts';
import type { SymbolRow } from '../../../src/shared/contract/symbols.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const csv = 'date,symbol,open,high,low,close,volume\n2024-03-18,QVX,1,1,1,1,1\n2024-03-19,QVX,2,2,2,2,2';

let desk: TestApp;
let before = '';
let after = '';
let rows: readonly SymbolRow[] = [];
const events: AppEvent[] = [];

function fingerprint(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

beforeAll(async () => {
  const own = await openTestApp();
  await own.importText('own.csv', csv, { market: 'US' });
  await own.invoke('settings.set', { key: 'ui.direction', value: 'red-up' });
  await own.close();
  desk = await openTestApp(own.profile);
  before = fingerprint(join(own.profile, 'workspace.db'));
  desk.app.events.subscribe((event) => events.push(event));
  await desk.invoke('workspace.open', { workspace: 'demo' });
  rows = (await desk.invoke('symbols.list', {})).symbols;
  await desk.invoke('settings.set', { key: 'ui.theme', value: 'dark' });
});

afterAll(() => desk.close());

test('the demo has its whole cast, with names in both languages', () => {
  expect([rows.length, rows.every(({ nameEn, nameZh }) => nameEn !== null && nameZh !== null)]).toEqual([24, true]);
});

test('the demo says that it is one', async () => {
  expect((await desk.invoke('app.info', {})).demo).toBe(true);
});

test('everyone is told that another workspace is open', () => {
  expect(events.filter(({ type }) => type === 'workspace')).toEqual([{ type: 'workspace', demo: true }]);
});

test('the demo keeps the colour convention one came with', async () => {
  expect((await desk.invoke('settings.list', {})).find(({ key }) => key === 'ui.direction')).toMatchObject({ value: 'red-up', origin: 'profile' });
});

test('the forgotten day, the suspension, the late listing, the delisting and the stale symbol are in the data', () => {
  const bars = Object.fromEntries(rows.map(({ code, bars: count }) => [code, count]));
  expect([bars['CN01'], bars['CN08'], bars['CN03'], bars['HK05'], bars['HK06'], bars['HK07']]).toEqual([1250, 1249, 1239, 180, 1030, 1241]);
});

test('the suspended days were skipped by their rule', async () => {
  const batches = await desk.invoke('import.batches', {});
  expect(batches.find(({ file }) => file === 'demo-daily.csv')).toMatchObject({ rows: 28_700, imported: 28_689, rejected: 0 });
});

test('5-minute bars join to exactly the daily bar', async () => {
  const [daily, joined] = await Promise.all([
    desk.invoke('bars.read', { symbol: 'DEMO:US01', freq: '1d', from: '2026-08-10' }),
    desk.invoke('bars.read', { symbol: 'DEMO:US01', freq: '5m' }),
  ]);
  const day = daily.columns.time.length - 1;
  const last = Array.from(joined.columns.time).filter((time) => Math.floor(time / 86_400_000) === daily.columns.time[day]).length;
  const part = (name: 'high' | 'low' | 'volume'): number[] => Array.from(joined.columns[name].slice(-last));
  expect([Math.max(...part('high')), Math.min(...part('low')), joined.columns.close.at(-1), part('volume').reduce((sum, value) => sum + value, 0)]).toEqual([
    daily.columns.high[day], daily.columns.low[day], daily.columns.close[day], daily.columns.volume[day],
  ]);
});

test('a split is smoothed by the adjusted view and stands in the raw one', async () => {
  const widest = async (adjust: 'none' | 'forward'): Promise<number> => {
    const { columns } = await desk.invoke('bars.read', { symbol: 'DEMO:US01', freq: '1d', adjust });
    return Math.max(...columns.close.slice(1).map((close, index) => Math.abs(Math.log(close / (columns.close[index] ?? NaN)))));
  };
  expect(await widest('none')).toBeGreaterThan(1.2);
  expect(await widest('forward')).toBeLessThan(0.2);
});

const day = async (code: string, back: number) => {
  const { columns } = await desk.invoke('bars.read', { symbol: `DEMO:${code}`, freq: '1d' });
  const at = columns.time.length - 1 - back;
  return { close: columns.close[at] ?? NaN, high: columns.high[at] ?? NaN, low: columns.low[at] ?? NaN, before: columns.close[at - 1] ?? NaN };
};
const analysis = async <Answer>(code: string, part: 'chan' | 'hama' | 'indicators', set?: string): Promise<Answer> =>
  (await desk.invoke('analyze.symbol', { symbol: `DEMO:${code}`, part, ...(set === undefined ? {} : { set }) })) as Answer;

test('limit days stand in the stored bars: ten percent up and down, the second one in a row locked', async () => {
  const [up, down, locked] = [await day('CN02', 46), await day('CN03', 50), await day('CN03', 49)];
  expect(up.close).toBe(Math.round(up.before * 110) / 100);
  expect(down.close).toBe(Math.round(down.before * 90) / 100);
  expect([locked.high, locked.low]).toEqual([locked.close, locked.close]);
});

test('two symbols have sixty days of 5-minute bars', async () => {
  const series = await Promise.all(rows.map(async ({ symbol }) => (await desk.invoke('series.list', { symbol })).filter(({ freq }) => freq === '5m')));
  const symbols = rows.filter((_, index) => series[index]?.length === 1).map(({ symbol }) => symbol);
  expect(symbols).toEqual(['DEMO:CN01', 'DEMO:US01']);
  const { columns } = await desk.invoke('bars.read', { symbol: 'DEMO:CN01', freq: '5m' });
  expect(new Set(Array.from(columns.time, (time) => Math.floor(time / 86_400_000))).size).toBe(60);
});

test('the six sectors are industries of the universe', async () => {
  const { rows: heat } = await desk.invoke('industries.heat', {});
  expect(heat.map(({ industry }) => industry).sort()).toEqual(['Consumer', 'Energy', 'Finance', 'Health', 'Industry', 'Technology']);
});

test('a dividend makes the adjusted view differ from its day back, and nowhere after it', async () => {
  const close = async (adjust: 'none' | 'forward') => (await desk.invoke('bars.read', { symbol: 'DEMO:US07', freq: '1d', adjust })).columns.close;
  const [raw, forward] = [await close('none'), await close('forward')];
  const differs = raw.map((value, index) => (Math.abs(value - (forward[index] ?? NaN)) > 1e-9 ? 1 : 0));
  expect([differs.at(-31), differs.at(-32), differs.at(-1)]).toEqual([0, 1, 0]);
});

test('the reports of a company were corrected: before and after, other figures are known', async () => {
  const at = (asOf: string) => desk.invoke('company.fundamentals', { symbol: 'DEMO:US06', asOf });
  const [before, after] = [await at('2025-08-29'), await at('2025-10-31')];
  expect([before.periodEnd, before.restated, after.periodEnd, after.restated]).toEqual(['2024-12-31', 0, '2024-12-31', 1]);
  expect(after.returnOnEquity).toBeLessThan(before.returnOnEquity ?? 0);
});

test('money flow is there for the mainland, and is said to be missing elsewhere', async () => {
  const flow = await desk.invoke('company.flow', { symbol: 'DEMO:CN01' });
  const whole = Object.values(flow.sizes).reduce((sum, { net }) => sum + net, 0);
  expect([flow.days, flow.to, Math.abs(whole)]).toEqual([10, '2026-10-30', 0]);
  await expect(desk.invoke('company.flow', { symbol: 'DEMO:US01' })).rejects.toMatchObject({ code: 'flow.none' });
});

test('a price makes a deeper low while MACD makes a higher one', async () => {
  const { indicators } = await analysis<{ readonly indicators: Record<string, readonly number[]> }>('CN06', 'indicators', 'macd');
  const { columns } = await desk.invoke('bars.read', { symbol: 'DEMO:CN06', freq: '1d' });
  const line = indicators['macd.macd'] ?? [];
  const lowest = (values: Iterable<number>): number => Math.min(...values);
  expect(lowest(columns.close.slice(-20))).toBeLessThan(lowest(columns.close.slice(-60, -40)));
  expect(lowest(line.slice(-30))).toBeGreaterThan(lowest(line.slice(-75, -40)));
});

test('a Chan structure of strokes, segments, pivot zones and trade points ends in a tail that may still move', async () => {
  const chan = await analysis<Record<'bi' | 'seg' | 'zs' | 'bsp', readonly { readonly is_sure: boolean }[]>>('CN01', 'chan');
  expect([chan.bi.length > 20, chan.seg.length > 3, chan.zs.length > 2, chan.bsp.length > 2]).toEqual([true, true, true, true]);
  expect([chan.bi.at(0)?.is_sure, chan.bi.at(-1)?.is_sure, chan.seg.at(-1)?.is_sure]).toEqual([true, false, false]);
});

test('HAMA turned from falling to rising lately', async () => {
  const { hama } = await analysis<{ readonly hama: { readonly lastCross: { readonly barsAgo: number } } }>('HK01', 'hama');
  expect(hama).toMatchObject({ state: 'bullish', colour: 'green', lastCross: { direction: 'up' } });
  expect(hama.lastCross.barsAgo).toBeLessThan(20);
});

test('the run in which a source failed names the symbol that is stale for it', async () => {
  const runs = await desk.invoke('jobs.history', { job: 'bars' });
  expect(runs[0]).toMatchObject({ outcome: 'partial', done: 23, failed: 1, failures: [{ subject: 'DEMO:HK07', error: { code: 'network.unreachable' } }] });
});

test('lists and a portfolio stand ready, the portfolio held through a split', async () => {
  const lists = await desk.invoke('watchlists.list', {});
  expect(lists.map(({ members }) => members.length)).toEqual([6, 5, 5]);
  expect(lists.flatMap(({ members }) => members).every(({ symbol }) => rows.some((row) => row.symbol === symbol))).toBe(true);
  const [portfolio] = await desk.invoke('portfolios.list', {});
  const found = await desk.invoke('portfolios.analyze', { id: portfolio?.id ?? 0 });
  expect(found).toMatchObject({ coverage: 1, excluded: [], cash: { mode: 'ledger' }, asOf: '2026-10-30' });
  expect(found.holdings.find(({ symbol }) => symbol === 'DEMO:US01')?.quantity).toBe(60 * 4 - 80);
  expect(Math.max(...found.series.value.slice(1).map((value, index) => Math.abs(value / (found.series.value[index] ?? NaN) - 1)))).toBeLessThan(0.1);
});

test('a second demo is the same as the first, to the last byte of its bars and facts', async () => {
  const other = await openTestApp();
  await other.invoke('workspace.open', { workspace: 'demo' });
  const contents = async (one: TestApp): Promise<unknown> => {
    const symbols = ['DEMO:CN06', 'DEMO:HK01', 'DEMO:US06'];
    return Promise.all(symbols.map(async (symbol) => [
      (await one.invoke('bars.read', { symbol, freq: '1d' })).columns,
      await one.invoke('company.fundamentals', { symbol }),
    ]));
  };
  expect(await contents(other)).toEqual(await contents(desk));
  await other.close();
});

test("leaving the demo changes not one byte of the user's own workspace", async () => {
  after = fingerprint(join(desk.profile, 'workspace.db'));
  expect(after).toBe(before);
  const { demo } = await desk.invoke('workspace.open', { workspace: 'user' });
  const { symbols } = await desk.invoke('symbols.list', {});
  expect([demo, symbols.map(({ symbol }) => symbol)]).toEqual([false, ['US:QVX']]);
  expect((await desk.invoke('settings.list', {})).find(({ key }) => key === 'ui.theme')?.value).toBe('system');
});
