import { expect, test } from 'vitest';
import { formatAmount } from '../../src/shared/format/format-amount.ts';
import { formatBytes } from '../../src/shared/format/format-bytes.ts';
import { changeShare, formatChange, formatPercent } from '../../src/shared/format/format-change.ts';
import { formatDuration } from '../../src/shared/format/format-duration.ts';
import { formatCount, formatNumber } from '../../src/shared/format/format-number.ts';
import { formatPrice, priceDecimals } from '../../src/shared/format/format-price.ts';

test('numbers are grouped, carry a true minus and show an en dash where there is none', () => {
  expect([formatNumber(1234567.891, 2), formatNumber(-0.5, 1), formatNumber(-0.001, 2), formatNumber(NaN, 2), formatNumber(null, 0), formatCount(619_040)]).toEqual([
    '1,234,567.89', '\u22120.5', '0.00', '\u2013', '\u2013', '619,040',
  ]);
});

test('changes carry their sign; one that rounds to zero has none', () => {
  expect([0.0123, -0.5, 0, 0.00001, -0.00001, NaN].map((share) => formatChange(share))).toEqual(['+1.23%', '\u221250.00%', '0.00%', '0.00%', '0.00%', '\u2013']);
});

test('a change needs both prices and a base above zero', () => {
  expect([changeShare(110, 100), changeShare(null, 100), changeShare(1, null), changeShare(1, 0), changeShare(1, -5)]).toEqual([110 / 100 - 1, NaN, NaN, NaN, NaN]);
});

test('large figures use the units of the language', () => {
  const values = [950, 12_345, 1_234_567, -250_000_000, 3.2e12, null];
  expect(values.map((value) => formatAmount(value, 'en'))).toEqual(['950', '12.35K', '1.23M', '\u2212250.00M', '3.20T', '\u2013']);
  expect(values.map((value) => formatAmount(value, 'zh'))).toEqual(['950', '1.23万', '123.46万', '\u22122.50亿', '3.20万亿', '\u2013']);
});

test('the decimals of a price come from its tick, else from its size', () => {
  expect([priceDecimals(10, 0.005), priceDecimals(10, 5), priceDecimals(10, 0.01), priceDecimals(1e-5, 1e-8)]).toEqual([3, 0, 2, 8]);
  expect([1688, 0.5, 0.0042, 0.00004217, -37.63, null].map((price) => formatPrice(price))).toEqual(['1,688.00', '0.5000', '0.004200', '0.00004217', '\u221237.63', '\u2013']);
});

test('sizes and spans are short', () => {
  expect([0, 999, 1_500, 41_000_000, 999_999_999].map(formatBytes)).toEqual(['0 B', '999 B', '1.5 KB', '41 MB', '1.0 GB']);
  expect([850, 1_400, 12_000, 200_000, 7_500_000].map((spanMs) => formatDuration(spanMs, 'en'))).toEqual(['850 ms', '1.4 s', '12 s', '3 min 20 s', '2 h 5 min']);
  expect(formatDuration(200_000, 'zh')).toBe('3 分 20 秒');
});

test('a plain share is a percentage without sign', () => {
  expect([formatPercent(0.624), formatPercent(1), formatPercent(null)]).toEqual(['62%', '100%', '\u2013']);
});
