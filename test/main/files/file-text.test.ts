import { expect, test } from 'vitest';
import { csvText } from '../../../src/main/files/csv-text.ts';
import { safeFileName } from '../../../src/main/files/safe-file-name.ts';

test.each(['=cmd()', '+1', '-1+2', '@SUM(A1)', '\tx', '\rx', '\0x', '＝1', '＋1', '－1', '＠x'])('D3 a cell that starts like a formula is disarmed: %j', (cell) => {
  expect(csvText([[cell]]).replaceAll('"', '').startsWith("'")).toBe(true);
});

test('D3 numbers are written as numbers, negative ones too', () => {
  expect(csvText([[-1.5, 1e21, NaN, null]])).toBe('-1.5,1e+21,,\r\n');
});

test('D3 quotes, commas and line ends are quoted after RFC 4180', () => {
  expect(csvText([['a,b', 'say "hi"', 'two\r\nlines', '中文']])).toBe('"a,b","say ""hi""","two\r\nlines",中文\r\n');
});

test('D4 a file name keeps letters of every script and drops what leads elsewhere', () => {
  expect(['US:AAPL', 'XSHG:600519 贵州', '../../etc/passwd', '..', 'CON', 'com1.txt', 'a/b\\c', '<img onerror>', '\u202Eevil', ''].map(safeFileName)).toEqual([
    'US_AAPL', 'XSHG_600519_贵州', 'etc_passwd', 'unnamed', '_CON', '_com1.txt', 'a_b_c', 'img_onerror', 'evil', 'unnamed',
  ]);
});

test('D4 a file name is bounded', () => {
  expect(safeFileName('x'.repeat(10_000))).toHaveLength(80);
});
