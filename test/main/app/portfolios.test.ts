import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PortfolioImport } from '../../../src/shared/contract/portfolios.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

/** Sixty days on which A rises by a hundredth and falls back, and B does the opposite. */
const days = Array.from({ length: 60 }, (_, day) => new Date(Date.UTC(2018, 0, 1 + day)).toISOString().slice(0, 10));
const barsOf = (closes: readonly number[]): string =>
  `Date,Open,High,Low,Close,Volume\n${closes.map((close, day) => `${days[day]},${close},${close},${close},${close},100`).join('\n')}\n`;
const a = days.map((_, day) => (day % 2 === 0 ? 100 : 101));
const b = days.map((_, day) => (day % 2 === 0 ? 50 : 49));

let desk: TestApp;
beforeEach(async () => {
  desk = await openTestApp();
  await desk.importText('a.csv', barsOf(a), { symbol: 'XNAS:AAA', basis: 'raw', currency: 'USD' });
  await desk.importText('b.csv', barsOf(b), { symbol: 'XNAS:BBB', basis: 'raw', currency: 'USD' });
});
afterEach(() => desk.close());

function importPortfolio(text: string, options: { readonly name?: string; readonly replace?: boolean } = {}): Promise<PortfolioImport> {
  const path = join(desk.profile, 'portfolio.csv');
  writeFileSync(path, text);
  return desk.invoke('portfolios.import', { file: desk.app.files.grantRead(path).token, name: 'Own', ...options });
}

const bought = 'date,type,symbol,quantity,price,fee\n2018-01-01,buy,aaa,10,100,\n2018-01-01,buy,bbb,20,50,\n';

test('a portfolio is imported, valued day by day, and every figure says what it was made from', async () => {
  const { portfolio, imported, rejected } = await importPortfolio(bought);
  expect([imported, rejected]).toEqual([2, []]);
  const found = await desk.invoke('portfolios.analyze', { id: portfolio.id });
  expect(found).toMatchObject({
    portfolio: 'Own', from: '2018-01-01', asOf: '2018-03-01', currency: 'USD', cash: { mode: 'implied', balance: 0 }, bars: 120, days: 60,
    coverage: 1, excluded: [], carriedCloses: 0, value: 1990, basis: 'raw',
  });
  expect(found.timeWeightedReturn).toBeCloseTo(1990 / 2000 - 1, 12);
  expect(found.series.value.slice(0, 3)).toEqual([2000, 1990, 2000]);
  expect(found.drawdown?.depth).toBeCloseTo(-0.005, 12);
  expect(found.tails.map(({ method, samples }) => [method, samples])).toEqual([['historical', 60], ['normal', 60]]);
  expect(found.correlations.matrix[0]?.[1]).toBeCloseTo(-1, 2);
  expect(found.benchmark).toMatchObject({ name: 'equalWeight', symbols: 2, commonDates: 59 });
  expect((await desk.invoke('portfolios.analyze', { id: portfolio.id, benchmark: 'aaa' })).benchmark).toMatchObject({ name: 'XNAS:AAA', commonDates: 59 });
  expect(found.holdings.map(({ symbol, quantity, gain }) => [symbol, quantity, gain])).toEqual([['XNAS:AAA', 10, 10], ['XNAS:BBB', 20, -20]]);
});

test('as of a day nothing later counts, neither bars nor transactions', async () => {
  const { portfolio } = await importPortfolio(`${bought}2018-02-20,sell,aaa,10,101,\n`);
  const then = await desk.invoke('portfolios.analyze', { id: portfolio.id, asOf: '2018-02-10' });
  const before = await importPortfolio(bought, { name: 'Before' });
  const same = await desk.invoke('portfolios.analyze', { id: before.portfolio.id, asOf: '2018-02-10' });
  expect(then.asOf).toBe('2018-02-10');
  expect({ ...then, portfolio: '' }).toEqual({ ...same, portfolio: '' });
});

test('as of a day, a store that knows nothing later says the same to the last figure', async () => {
  const text = `${bought}2018-02-05,sell,aaa,3,101,1\n`;
  const { portfolio } = await importPortfolio(text);
  const whole = await desk.invoke('portfolios.analyze', { id: portfolio.id, asOf: '2018-02-10' });
  const past = await openTestApp();
  await past.importText('a.csv', barsOf(a.slice(0, 41)), { symbol: 'XNAS:AAA', basis: 'raw', currency: 'USD' });
  await past.importText('b.csv', barsOf(b.slice(0, 41)), { symbol: 'XNAS:BBB', basis: 'raw', currency: 'USD' });
  const path = join(past.profile, 'portfolio.csv');
  writeFileSync(path, text);
  const { portfolio: same } = await past.invoke('portfolios.import', { file: past.app.files.grantRead(path).token, name: 'Own' });
  expect(await past.invoke('portfolios.analyze', { id: same.id, asOf: '2018-02-10' })).toEqual(whole);
  await past.close();
});

test('rows that cannot be read are named, and symbols without bars are left out by name', async () => {
  const done = await importPortfolio(`${bought}2018-01-02,buy,ZZZZZ,1,1,\n2018-01-02,buy,600519.SH,1,1,\n`);
  expect(done.rejected).toMatchObject([{ line: 4, reason: 'symbol', detail: 'ZZZZZ' }]);
  expect(done.missing).toEqual(['XSHG:600519']);
  const found = await desk.invoke('portfolios.analyze', { id: done.portfolio.id });
  expect([found.coverage, found.excluded]).toEqual([2 / 3, [{ symbol: 'XSHG:600519', reason: 'unknown' }]]);
  const { portfolio } = await importPortfolio('symbol,quantity\n600519.SH,1\n', { name: 'None' });
  await expect(desk.invoke('portfolios.analyze', { id: portfolio.id })).rejects.toMatchObject({ code: 'portfolio.noBars', params: { symbols: 'XSHG:600519' } });
  await expect(importPortfolio('just text\n')).rejects.toMatchObject({ code: 'portfolio.header' });
  await expect(importPortfolio('symbol,quantity\nZZZZZ,1\n')).rejects.toMatchObject({ code: 'portfolio.rows', params: { line: 2, detail: 'ZZZZZ' } });
});

test('a file adds to a portfolio or takes the place of its entries, and an export reads back as it was', async () => {
  const { portfolio } = await importPortfolio(bought);
  expect((await importPortfolio(bought)).portfolio.entries).toHaveLength(4);
  expect((await importPortfolio(bought, { replace: true })).portfolio.entries).toEqual(portfolio.entries);
  const { name, text } = await desk.invoke('portfolios.export', { id: portfolio.id });
  expect(name).toBe('Own.csv');
  expect((await importPortfolio(text, { name: 'Copy' })).portfolio.entries).toEqual(portfolio.entries);
  expect(await desk.invoke('portfolios.list', {})).toMatchObject([{ name: 'Copy', entries: 2, symbols: 2 }, { name: 'Own' }]);
  await desk.invoke('portfolios.remove', { id: portfolio.id });
  await expect(desk.invoke('portfolios.get', { id: portfolio.id })).rejects.toMatchObject({ code: 'portfolio.gone' });
});
