import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppEvent } from '../../../src/shared/contract/event.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const bars = 'Date,Open,High,Low,Close,Volume\n2018-02-06,1,2,1,2,100\n2018-02-07,2,3,2,3,100\n';

let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  for (const [name, symbol] of [['aapl.csv', 'XNAS:AAPL'], ['msft.csv', 'XNAS:MSFT'], ['bank.csv', 'XSHE:000001']] as const) {
    await desk.importText(name, bars, { symbol });
  }
});
afterEach(() => desk.close());

const pasted = '###Tech,NASDAQ:AAPL\nmsft, nvda\n000001\n600519.SH\n?? not a symbol\n';

test('a pasted text fills a list: stored symbols by any spelling, plain keys not stored yet, the rest named with its line', async () => {
  const { id } = await desk.invoke('watchlists.save', { name: 'Core', group: 'Own' });
  const done = await desk.invoke('watchlists.add', { id, text: pasted, tags: ['hold'] });
  expect(done.watchlist.members.map(({ symbol }) => symbol)).toEqual(['XNAS:AAPL', 'XNAS:MSFT', 'XSHE:000001', 'XSHG:600519']);
  expect(done).toMatchObject({ added: 4, known: 0, missing: ['XSHG:600519'], unclear: [{ line: 2, text: 'nvda', candidates: ['US:NVDA', 'XLON:NVDA'] }, { line: 5, text: '??', candidates: [] }] });
  expect(done.watchlist.members[0]?.tags).toEqual(['hold']);
  expect(await desk.invoke('watchlists.add', { id, text: 'aapl' })).toMatchObject({ added: 0, known: 1 });
});

test('lists keep the order of the user, and so do their members', async () => {
  const first = await desk.invoke('watchlists.save', { name: 'First' });
  const second = await desk.invoke('watchlists.save', { name: 'Second', members: [{ symbol: 'XNAS:MSFT' }, { symbol: 'XNAS:AAPL' }] });
  expect((await desk.invoke('watchlists.order', { ids: [second.id] })).map(({ name }) => name)).toEqual(['Second', 'First']);
  await desk.invoke('watchlists.save', { id: second.id, members: [{ symbol: 'XNAS:AAPL' }, { symbol: 'XNAS:MSFT' }] });
  const lists = await desk.invoke('watchlists.list', {});
  expect(lists.map(({ members }) => members.map(({ symbol }) => symbol))).toEqual([['XNAS:AAPL', 'XNAS:MSFT'], []]);
  await desk.invoke('watchlists.drop', { id: second.id, symbols: ['XNAS:AAPL'] });
  await desk.invoke('watchlists.remove', { id: first.id });
  expect((await desk.invoke('watchlists.list', {})).map(({ name, members }) => [name, members.length])).toEqual([['Second', 1]]);
});

test('a name in use is refused whatever its case, and a list that is gone says so', async () => {
  const { id } = await desk.invoke('watchlists.save', { name: 'Core' });
  await expect(desk.invoke('watchlists.save', { name: 'CORE' })).rejects.toMatchObject({ code: 'watchlist.taken', params: { name: 'Core' } });
  await desk.invoke('watchlists.remove', { id });
  await expect(desk.invoke('watchlists.add', { id, text: 'aapl' })).rejects.toMatchObject({ code: 'watchlist.gone' });
});

test('a choice of symbols is those written, a list by name, or all with bars; an unknown list names those there are', async () => {
  await expect(desk.invoke('symbols.choose', { watchlist: 'Core' })).rejects.toMatchObject({ code: 'watchlist.none' });
  await desk.invoke('watchlists.save', { name: 'Core', members: [{ symbol: 'XNAS:MSFT' }] });
  expect(await desk.invoke('symbols.choose', { watchlist: 'core' })).toEqual(['XNAS:MSFT']);
  expect(await desk.invoke('symbols.choose', { all: true })).toEqual(['XNAS:AAPL', 'XNAS:MSFT', 'XSHE:000001']);
  expect(await desk.invoke('symbols.choose', { symbols: ['aapl'] })).toEqual(['aapl']);
  await expect(desk.invoke('symbols.choose', { watchlist: 'Other' })).rejects.toMatchObject({ code: 'watchlist.unknown', params: { allowed: 'Core' } });
  await expect(desk.invoke('symbols.choose', { watchlist: 'Core', all: true })).rejects.toMatchObject({ code: 'app.input' });
});

test('every change of a list is told, and taking back an import leaves the list as it is', async () => {
  const heard: AppEvent['type'][] = [];
  const { id } = await desk.invoke('watchlists.save', { name: 'Core', members: [{ symbol: 'XNAS:AAPL' }] });
  desk.app.events.subscribe((event) => heard.push(event.type));
  await desk.invoke('watchlists.drop', { id, symbols: ['XNAS:MSFT'] });
  expect(heard).toEqual(['watchlists']);
  const batch = (await desk.invoke('import.batches', {})).find(({ file }) => file.includes('aapl'));
  await desk.invoke('import.undo', { batch: batch?.id ?? 0 });
  expect((await desk.invoke('watchlists.list', {}))[0]?.members).toEqual([{ symbol: 'XNAS:AAPL', tags: [] }]);
});
