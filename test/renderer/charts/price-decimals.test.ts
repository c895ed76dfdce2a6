import { describe, expect, test } from 'vitest';
import { priceDecimals } from '../../../src/renderer/charts/price-decimals.ts';

describe('price decimals', () => {
  test('are what the prices need, from two to six', () => {
    expect([[10, 11.5], [1.0735, 1.08], [0.00012], []].map((prices) => priceDecimals(Float64Array.from(prices)))).toEqual([2, 4, 5, 2]);
  });

  test('come from recent prices, not from old ones that adjusting left with endless decimals', () => {
    const prices = new Float64Array(600).fill(67.8542857);
    prices.fill(159.54, 300);
    expect(priceDecimals(prices)).toBe(2);
  });

  test('stay at two for large prices that never were quoted', () => {
    expect(priceDecimals(Float64Array.of(159.5471428571, 160.1234567))).toBe(2);
  });
});
