import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWatchlist } from '../../src/shared/watchlist-text.ts';

const keys = (text: string, hints = {}): string[] => readWatchlist(text, hints).map((entry) => entry.keys.join('|'));

test('a 通达信 block names the market by its first digit', () => {
  expect(keys('1600519\r\n0000001\r\n\r\n1000001\r\n2830799\r\n')).toEqual(['XSHG:600519', 'XSHE:000001', 'INDEX:000001.SH', 'XBSE:830799']);
});

test('a TradingView list has sections', () => {
  const entries = readWatchlist('###Tech,NASDAQ:AAPL,NASDAQ:MSFT,###Coins,BINANCE:BTCUSDT');
  expect(entries.map(({ section, keys: [key] }) => `${section} ${key}`)).toEqual(['Tech XNAS:AAPL', 'Tech XNAS:MSFT', 'Coins BINANCE:BTCUSDT']);
});

test('plain codes may be separated by anything', () => {
  expect(keys('600519, 000858;300750\n600519 CH\n0700.HK\t9988.HK')).toEqual(['XSHG:600519', 'XSHE:000858', 'XSHE:300750', 'XHKG:00700', 'XHKG:09988']);
});

test('codes beside names and numbers are taken out of a table', () => {
  expect(keys('代码,名称,现价\n600519,贵州茅台,1500.5\n000858,五粮液,150\n')).toEqual(['XSHG:600519', 'XSHE:000858']);
});

test('a header, full-width digits and commas are no matter', () => {
  expect(keys('Symbol\n６００５１９，000858、300750\n')).toEqual(['XSHG:600519', 'XSHE:000858', 'XSHE:300750']);
});

test('an ambiguous code keeps its candidates, an unknown text stays to be shown', () => {
  expect(readWatchlist('000001\nNOTHING\n').map((entry) => [entry.line, entry.keys.length])).toEqual([[1, 2], [2, 0]]);
});

test('tickers that do not tell their market stay, names and words beside a code do not', () => {
  const texts = (text: string, isStored?: (word: string) => boolean): string[] => readWatchlist(text, {}, isStored).map((entry) => entry.text);
  expect(texts('nvda, tsla\nAMD INTC\n600519, MSFT')).toEqual(['nvda', 'tsla', 'AMD', 'INTC', '600519', 'MSFT']);
  expect(texts('600519,Kweichow Moutai Co')).toEqual(['600519']);
  expect(texts('buy quaxatl today', (word) => word === 'quaxatl')).toEqual(['quaxatl']);
  expect(texts('just some words')).toEqual(['just']);
});

test('what is known beside the list settles bare tickers', () => {
  expect(keys('AAPL\nMSFT BRK.B', { market: 'US' })).toEqual(['US:AAPL', 'US:MSFT', 'US:BRK.B']);
});

test('D1 any text is read without failing and within its bounds', () => {
  fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => {
    expect(readWatchlist(text).every((entry) => entry.line >= 1 && entry.text.length > 0)).toBe(true);
  }));
});
