import { expect, test } from 'vitest';
import { searchSymbols, type SearchableRow } from '../../src/renderer/list/search-symbols.ts';

const row = (symbol: string, nameEn: string | null, nameZh: string | null = null, pinyin: string | null = null): SearchableRow => ({ symbol, code: symbol.split(':')[1] ?? '', nameEn, nameZh, pinyin });
const rows = [
  row('XNYS:A', 'Agilent'),
  row('XNAS:AA', 'Alcoa'),
  row('XNAS:AAPL', 'Apple Computer'),
  row('XSHG:600519', null, '贵州茅台', 'gzmt'),
  row('XSHE:000001', null, '平安银行', 'payh'),
  row('XNYS:PAYX', 'Pay Experts'),
];
const codes = (text: string): string[] => searchSymbols(rows, text).map(({ code }) => code);

test('an empty text means all rows as they are', () => {
  expect(searchSymbols(rows, '  ')).toBe(rows);
});

test('a whole code comes before a code that begins so, and that before a part of a name', () => {
  expect(codes('a').slice(0, 3)).toEqual(['A', 'AA', 'AAPL']);
  expect(codes('computer')).toEqual(['AAPL']);
});

test('pinyin initials and parts of Chinese names find the row', () => {
  expect([codes('gzmt'), codes('gz'), codes('茅台')]).toEqual([['600519'], ['600519'], ['600519']]);
  expect(codes('pay')).toEqual(['PAYX', '000001']);
});

test('full width, case and market marks do not matter', () => {
  expect(['６００５１９', '600519.SH', 'sh600519', 'SH#600519', '600519 CH', 'aapl.us'].map((text) => codes(text)[0])).toEqual(['600519', '600519', '600519', '600519', '600519', 'AAPL']);
});

test('what matches nothing finds nothing', () => {
  expect(codes('zzz')).toEqual([]);
});
