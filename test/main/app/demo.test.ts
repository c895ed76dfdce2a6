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

test("leaving the demo changes not one byte of the user's own workspace", async () => {
  after = fingerprint(join(desk.profile, 'workspace.db'));
  expect(after).toBe(before);
  const { demo } = await desk.invoke('workspace.open', { workspace: 'user' });
  const { symbols } = await desk.invoke('symbols.list', {});
  expect([demo, symbols.map(({ symbol }) => symbol)]).toEqual([false, ['US:QVX']]);
  expect((await desk.invoke('settings.list', {})).find(({ key }) => key === 'ui.theme')?.value).toBe('system');
});
