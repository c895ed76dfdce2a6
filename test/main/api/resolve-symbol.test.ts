import { expect, test } from 'vitest';
import { findInstruments, resolveInstrument } from '../../../src/main/api/resolve-symbol.ts';
import type { Instrument } from '../../../src/main/store/store.ts';
import { AppError } from '../../../src/shared/app-error.ts';

function instrument(symbol: string, nameEn: string | null = null, nameZh: string | null = null, pinyin: string | null = null): Instrument {
  const [mic = '', code = ''] = symbol.split(':');
  return {
    id: 1, symbol, mic, code, kind: 'stock', nameEn, nameZh, pinyin, currency: null, zone: 'UTC', calendar: null, board: null,
    tickSize: null, lotSize: null, listedOn: null, delistedOn: null,
  };
}

const list = [
  instrument('XSHG:600519', null, '贵州茅台', 'gzmt'),
  instrument('XSHE:000001', null, '平安银行', 'payh'),
  instrument('INDEX:000001.SH', null, '上证指数', 'szzs'),
  instrument('XHKG:00700', 'Tencent', '腾讯控股', 'txkg'),
  instrument('XNAS:AAPL', 'Apple'),
  instrument('US:A', 'Agilent'),
  instrument('BINANCE:BTCUSDT'),
];

test.each([
  ['600519', 'XSHG:600519'], ['600519.SH', 'XSHG:600519'], ['sh.600519', 'XSHG:600519'], ['SH#600519', 'XSHG:600519'], ['600519 CH', 'XSHG:600519'],
  ['XSHG:600519', 'XSHG:600519'], ['aapl', 'XNAS:AAPL'], ['aapl.us', 'XNAS:AAPL'], ['0700.HK', 'XHKG:00700'], ['700', 'XHKG:00700'],
  ['000001.SZ', 'XSHE:000001'], ['000001.SH', 'INDEX:000001.SH'], ['btcusdt', 'BINANCE:BTCUSDT'], [' a ', 'US:A'],
])('%s names %s', (text, symbol) => {
  expect(resolveInstrument(text, list).symbol).toBe(symbol);
});

test('a bare code that two instruments share is not decided', () => {
  expect(() => resolveInstrument('000001', list)).toThrow(
    new AppError('symbol.ambiguous', { text: '000001', candidates: 'XSHE:000001, INDEX:000001.SH' }),
  );
});

test('a bare code that only one stored instrument has is enough', () => {
  expect(resolveInstrument('000001', list.slice(0, 2)).symbol).toBe('XSHE:000001');
});

test('a name alone never decides', () => {
  expect(() => resolveInstrument('Apple', list)).toThrow(new AppError('symbol.unknown', { text: 'Apple' }));
});

test.each([['gzmt', 'XSHG:600519'], ['茅台', 'XSHG:600519'], ['appl', 'XNAS:AAPL'], ['6005', 'XSHG:600519'], ['tenc', 'XHKG:00700']])('searching %s finds %s first', (text, symbol) => {
  expect(findInstruments(text, list, 5)[0]?.symbol).toBe(symbol);
});

test('a search is bounded and a blank one finds nothing', () => {
  expect([findInstruments('0', list, 2).length, findInstruments('  ', list, 5)]).toEqual([2, []]);
});
