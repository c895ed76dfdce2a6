import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MethodInput } from '../../../src/shared/contract/contract.ts';
import type { ScanAnswer } from '../../../src/shared/contract/rule-figures.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { wavesCsv } from './waves-csv.ts';

// 120 sessions of six invented symbols that rise in waves, and their industries.
const csv = wavesCsv({ symbols: ['AAB', 'BBC', 'CCD', 'DDE', 'EEF', 'FFG'], days: 120 });
const list = 'Symbol,Security,GICS Sector\nAAB,Aab,Bread\nBBC,Bbc,Bread\nCCD,Ccd,Bread\nDDE,Dde,Tea\nEEF,Eef,Tea\nFFG,Ffg,Tea';

let open: TestApp;
beforeAll(async () => {
  open = await openTestApp();
  await open.importText('waves.csv', csv, { market: 'US' });
  await open.importText('list.csv', list);
});
afterAll(() => open.close());

test('a refusal crosses the worker with its parameters, and the next question is answered', async () => {
  await expect(open.invoke('industries.detail', { industry: 'Fish' })).rejects.toMatchObject({ code: 'universe.industry', params: { value: 'Fish', allowed: 'Bread, Tea' } });
  expect((await open.invoke('industries.heat', {})).rows.map(({ industry }) => industry).sort()).toEqual(['Bread', 'Tea']);
});

async function scan(input: MethodInput<'scan.run'>): Promise<ScanAnswer> {
  const { task } = await open.invoke('scan.run', input);
  await open.app.taskEnd(task);
  return open.invoke('scan.answer', { task });
}

test('a run that is kept is what the next one is compared with', async () => {
  const rule = { name: 'Up and about', text: 'close>ema(20)' };
  await open.invoke('scan.save', rule);
  const first = await scan({ rule: 'up and about', asOf: '2024-05-20', keep: true });
  const second = await scan({ rule: 'Up and about', keep: true });
  const [was = [], is = []] = [first, second].map(({ scans }) => scans[0]?.matches.map(({ symbol }) => symbol) ?? []);
  const diff = second.scans[0]?.diff;
  expect([diff?.against, diff?.from, diff?.to]).toEqual(['stored', '2024-05-20', '2024-06-25']);
  expect(diff?.entered.map(({ symbol }) => symbol).sort()).toEqual(is.filter((symbol) => !was.includes(symbol)).sort());
  expect(diff?.left.map(({ symbol }) => symbol).sort()).toEqual(was.filter((symbol) => !is.includes(symbol)).sort());
  const rules = await open.invoke('scan.rules', {});
  expect(rules.at(-1)).toEqual({ name: 'Up and about', text: 'close > ema(20)', ready: false, lastRun: { asOf: '2024-06-25', matches: is.length } });
});

test('a scan is a task that tells how far it is, ends when it is cancelled, and leaves no answer then', async () => {
  const { task } = await open.invoke('scan.run', { rule: 'chanBuy' });
  await open.app.taskEnd(task);
  expect(await open.invoke('tasks.get', { task })).toMatchObject({ kind: 'scan', subject: 'chanBuy', state: 'completed', total: 6, result: null });
  const { task: other } = await open.invoke('scan.run', { rule: 'chanBuy' });
  await open.invoke('tasks.cancel', { task: other });
  expect((await open.app.taskEnd(other)).state).toBe('cancelled');
  await expect(open.invoke('scan.answer', { task: other })).rejects.toMatchObject({ code: 'task.unknown' });
});

test('a rule that cannot be read makes no task', async () => {
  const before = (await open.invoke('tasks.list', {})).length;
  await expect(open.invoke('scan.run', { text: 'close >' })).rejects.toMatchObject({ code: 'rule.syntax' });
  await expect(open.invoke('scan.backtest', { rule: 'nope' })).rejects.toMatchObject({ code: 'scan.rule' });
  expect((await open.invoke('tasks.list', {})).length).toBe(before);
});

test('a rule that cannot be read is not saved, and one that comes with the app cannot be replaced', async () => {
  await expect(open.invoke('scan.save', { name: 'x', text: 'close >' })).rejects.toMatchObject({ code: 'rule.syntax' });
  await expect(open.invoke('scan.save', { name: 'Needle', text: 'close > 1' })).rejects.toMatchObject({ code: 'scan.ready' });
  await expect(open.invoke('scan.remove', { name: 'x' })).rejects.toMatchObject({ code: 'scan.rule' });
  await open.invoke('scan.save', { name: 'x', text: 'close > 1' });
  await open.invoke('scan.remove', { name: 'X' });
  expect((await open.invoke('scan.rules', {})).map(({ name }) => name)).not.toContain('x');
});

test('names are those of the language in force', async () => {
  await open.importText('names.csv', 'Symbol,Security,GICS Sector\nDDE,丁,Tea');
  const nameIn = async (language: string): Promise<unknown> => {
    await open.invoke('settings.set', { key: 'ui.language', value: language });
    return (await open.invoke('scan.ranks', {})).rows.find(({ symbol }) => symbol === 'US:DDE')?.name;
  };
  expect([await nameIn('zh'), await nameIn('en')]).toEqual(['丁', 'Dde']);
});

test('a watchlist is ranked within the whole universe', async () => {
  const { id } = await open.invoke('watchlists.save', { name: 'Mine' });
  await open.invoke('watchlists.add', { id, text: 'BBC\nEEF' });
  const all = await open.invoke('scan.ranks', {});
  const mine = await open.invoke('scan.ranks', { watchlist: 'mine' });
  expect(mine.rows).toEqual(all.rows.filter(({ symbol }) => symbol === 'US:BBC' || symbol === 'US:EEF'));
});

test('the universe is ranked off the main thread, and new bars count at once', async () => {
  const before = await open.invoke('scan.ranks', {});
  await open.importText('more.csv', wavesCsv({ symbols: ['AAB', 'BBC', 'CCD', 'DDE', 'EEF', 'FFG'], days: 121 }), { market: 'US' });
  const after = await open.invoke('scan.ranks', {});
  expect([before.asOf, before.rows.length, before.scheme, before.rows[0]?.industry !== null]).toEqual(['2024-06-25', 6, 'gics-sector', true]);
  expect([after.asOf, after.bars - before.bars]).toEqual(['2024-06-26', 6]);
});
