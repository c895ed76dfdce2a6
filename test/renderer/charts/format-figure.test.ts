import { describe, expect, test } from 'vitest';
import { formatChange, formatCompact, formatFixed, formatPercent } from '../../../src/renderer/charts/format-figure.ts';
import { priceDecimals } from '../../../src/renderer/charts/price-decimals.ts';

describe('figures', () => {
  test('carry a true minus, thousands and a fixed number of decimals', () => {
    expect([formatFixed(-1234.5, 2), formatFixed(0, 2), formatFixed(-0.001, 2), formatFixed(NaN, 2)]).toEqual(['−1,234.50', '0.00', '0.00', '–']);
  });

  test('of a change show their sign', () => {
    expect([formatChange(1.5, 2), formatChange(-1.5, 2), formatChange(0.001, 2), formatPercent(12.345), formatPercent(NaN)]).toEqual(['+1.50', '−1.50', '0.00', '+12.35%', '–']);
  });

  test('of volume use the units of the language', () => {
    expect([950, 51_234_567, 1_234_000_000].map((value) => formatCompact(value, 'en'))).toEqual(['950', '51.2M', '1.23B']);
    expect([9500, 51_234_567, 1_234_000_000].map((value) => formatCompact(value, 'zh'))).toEqual(['9,500', '5,123万', '12.3亿']);
  });

  test('have the decimals that the prices need', () => {
    expect([[10, 11.5], [1.0735, 1.08], [0.00012], [159.5471428571]].map((prices) => priceDecimals(Float64Array.from(prices)))).toEqual([2, 4, 5, 2]);
  });
});
