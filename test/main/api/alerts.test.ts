import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppEvent } from '../../../src/shared/contract/event.ts';
import { formatTradingDate, type TradingDate } from '../../../src/shared/time.ts';
import { openTestApp, type TestApp } from '../app/open-test-app.ts';

const closes = [100, 99, 101, 103, 98, 97, 96, 102, 104, 105];
const csv = `date,open,high,low,close,volume\n${closes.map((close, day) => `2024-03-${18 + day},${close},${close + 1},${close - 1},${close},1000`).join('\n')}\n`;
const crosses = { kind: 'price', crosses: 'either', price: 100.5 } as const;

let open: TestApp;
beforeEach(async () => {
  open = await openTestApp();
  await open.importText('QVX.csv', csv, { symbol: 'QVX', market: 'CRYPTO' });
});
afterEach(() => open.close());

test('a condition is tried on the stored bars, with what became of the price', async () => {
  const trial = await open.invoke('alerts.test', { symbol: 'QVX', condition: crosses });
  expect(trial).toMatchObject({ from: '2024-03-18', to: '2024-03-27', bars: 10, count: 3 });
  expect(trial.fires.map(({ bar, close }) => [bar, close])).toEqual([['2024-03-25', 102], ['2024-03-22', 98], ['2024-03-20', 101]]);
  expect(trial.fires.at(-1)?.after5).toBeCloseTo((102 / 101 - 1) * 100, 10);
  expect(trial.fires[0]).toMatchObject({ after5: null, after10: null, after20: null });
});

test('an alert is made, changed, switched off and removed, and keeps its settings', async () => {
  const made = await open.invoke('alerts.save', { symbol: 'qvx', name: 'Breakout', condition: crosses, cooldownMinutes: 60 });
  expect(made).toMatchObject({ symbol: expect.stringMatching(/:QVX$/) as string, freq: '1d', cooldownMinutes: 60, enabled: true, fired: 0, lastFiredAt: null, problem: null });
  await open.invoke('alerts.save', { id: made.id, symbol: 'qvx', condition: { kind: 'move', moves: 'up', percent: 5, bars: 3 } });
  await open.invoke('alerts.enable', { id: made.id, enabled: false });
  expect(await open.invoke('alerts.list', {})).toMatchObject([{ id: made.id, name: '', condition: { kind: 'move', moves: 'up', percent: 5, bars: 3 }, enabled: false }]);
  await open.invoke('alerts.remove', { id: made.id });
  expect(await open.invoke('alerts.list', {})).toEqual([]);
  await expect(open.invoke('alerts.enable', { id: made.id, enabled: true })).rejects.toMatchObject({ code: 'alert.unknown' });
});

test('a live alert fires on the unfinished bar of today and the log tells it', async () => {
  const events: AppEvent[] = [];
  open.app.events.subscribe((event) => events.push(event));
  const { id } = await open.invoke('alerts.save', { symbol: 'QVX', condition: { kind: 'price', crosses: 'above', price: 200 }, live: true });
  const today = formatTradingDate(Math.floor(Date.now() / 86_400_000) as TradingDate);
  const fired = new Promise<void>((resolve) => {
    open.app.events.subscribe((event) => {
      if (event.type === 'alerts' && event.fired.length > 0) resolve();
    });
  });
  await open.importText('QVX.csv', `date,open,high,low,close,volume\n${today},200,212,199,211,5\n`, { symbol: 'QVX', market: 'CRYPTO' });
  await fired;
  const [line] = await open.invoke('alerts.log', { symbol: 'QVX' });
  expect(line).toMatchObject({ alert: id, bar: today, close: 211, live: true, freq: '1d', after5: null, condition: { kind: 'price', crosses: 'above', price: 200 } });
  expect(events).toContainEqual({ type: 'alerts', fired: [line?.id] });
  expect(await open.invoke('alerts.list', {})).toMatchObject([{ id, fired: 1, lastFiredAt: line?.firedAt }]);
});

test('an alert can be about a watchlist, and says so when the list is gone', async () => {
  const list = await open.invoke('watchlists.save', { name: 'Mine' });
  await open.invoke('watchlists.add', { id: list.id, text: 'QVX' });
  const condition = { kind: 'rule', rule: 'close > 100' } as const;
  await expect(open.invoke('alerts.save', { symbol: 'QVX', watchlist: list.id, condition })).rejects.toMatchObject({ code: 'alert.scope' });
  await expect(open.invoke('alerts.save', { symbol: null, watchlist: list.id + 1, condition })).rejects.toMatchObject({ code: 'alert.list' });
  expect(await open.invoke('alerts.save', { symbol: null, watchlist: list.id, condition })).toMatchObject({ symbol: null, watchlist: list.id, problem: null });
  await open.invoke('watchlists.remove', { id: list.id });
  expect(await open.invoke('alerts.list', {})).toMatchObject([{ problem: { error: { code: 'alert.list' } } }]);
});

test('what cannot be an alert is refused with the reason', async () => {
  const save = (input: object): Promise<unknown> => open.invoke('alerts.save', { symbol: 'QVX', condition: crosses, ...input });
  await expect(save({ symbol: 'NOPE' })).rejects.toMatchObject({ code: 'symbol.unknown' });
  await expect(save({ symbol: null })).rejects.toMatchObject({ code: 'alert.symbol' });
  await expect(save({ condition: { kind: 'rule', rule: 'close >' } })).rejects.toMatchObject({ code: 'rule.syntax' });
  await expect(save({ condition: { kind: 'indicator', left: 'rsi(14)', comparison: '>', right: 'nothing' } })).rejects.toMatchObject({ code: 'rule.field' });
  await expect(save({ condition: { kind: 'health', trouble: 'source', sessions: 1 } })).rejects.toMatchObject({ code: 'alert.everywhere' });
  await expect(save({ freq: '1w', live: true })).rejects.toMatchObject({ code: 'alert.live' });
  await expect(save({ condition: { kind: 'price', crosses: 'above' } })).rejects.toMatchObject({ code: 'app.input', params: { field: 'condition.price' } });
  await expect(save({ condition: { ...crosses, percent: 5 } })).rejects.toMatchObject({ code: 'app.input', params: { field: 'condition.percent' } });
  await expect(open.invoke('alerts.test', { symbol: 'QVX', condition: { kind: 'health', trouble: 'stale', sessions: 1 } })).rejects.toMatchObject({ code: 'alert.untested' });
});
