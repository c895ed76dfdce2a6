import { describe, expect, test } from 'vitest';
import { seriesDecimals } from '../../src/shared/format/series-decimals.ts';

describe('price decimals', () => {
  test('are what the prices need, from two to six', () => {
    expect([[10, 11.5], [1.0735, 1.08], [0.00012], []].map((prices) => seriesDecimals(Float64Array.from(prices)))).toEqual([2, 4, 5, 2]);
  });

  test('come from recent prices, not from old ones that adjusting left with endless decimals', () => {
    const prices = new Float64Array(600).fill(67.8542857);
    prices.fill(159.54, 300);
    expect(seriesDecimals(prices)).toBe(2);
  });

  test('stay at two for large prices that never were quoted', () => {
    expect(seriesDecimals(Float64Array.of(159.5471428571, 160.1234567))).toBe(2);
  });
});
