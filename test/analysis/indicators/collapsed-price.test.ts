import { describe, expect, test } from 'vitest';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import { findIndicator } from '../../../src/analysis/indicators/registry.ts';

/** 200 bars around 100,000, then 1,000 around 0.01: what a delisted coin or an unadjusted split looks like. */
const close = Float64Array.from({ length: 1200 }, (_, i) => (i < 200 ? 100_000 + 500 * Math.sin(i) : 0.01 + 0.0002 * Math.sin(i / 3)));
const low = close.map((value) => value * 0.99);
const high = close.map((value) => value * 1.01);
const all = { close, high, low, open: close } as unknown as Parameters<typeof computeIndicator>[1];

describe('a price that fell to a ten-millionth leaves no dust in the windows after it', () => {
  test.each([['bollinger', 'upper'], ['bollinger', 'lower'], ['standard-deviation', 'deviation'], ['sma', 'sma'], ['wma', 'wma'], ['cci', 'cci'], ['hama', 'bandUpper'], ['bias', 'long']])('%s %s', (id, output) => {
    const indicator = findIndicator(id);
    const whole = computeIndicator(indicator, all);
    const small = Object.fromEntries(Object.entries(all).map(([name, column]) => [name, column.subarray(200)])) as unknown as typeof all;
    const fresh = computeIndicator(indicator, small);
    for (let i = 1000; i < 1200; i++) {
      const [got, want] = [whole[output]?.[i] ?? NaN, fresh[output]?.[i - 200] ?? NaN];
      expect(Math.abs(got / want - 1)).toBeLessThan(1e-6);
    }
  });
});

test('bands of a price far under one have their width', () => {
  const tiny = Float64Array.from({ length: 60 }, (_, i) => 1e-9 * (1 + 0.02 * Math.sin(i)));
  const { upper, lower, middle } = computeIndicator(findIndicator('bollinger'), { close: tiny } as unknown as typeof all);
  const width = ((upper?.[59] ?? NaN) - (lower?.[59] ?? NaN)) / (middle?.[59] ?? NaN);
  expect(width).toBeGreaterThan(0.04);
  expect(width).toBeLessThan(0.07);
});
