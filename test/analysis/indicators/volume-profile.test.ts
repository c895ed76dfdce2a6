import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { volumeProfile } from '../../../src/analysis/indicators/volume-profile.ts';
import { AppError } from '../../../src/shared/app-error.ts';

function bars(rows: readonly (readonly [low: number, high: number, volume: number])[]) {
  const column = (at: 0 | 1 | 2): Float64Array => Float64Array.from(rows, (row) => row[at]);
  return { low: column(0), high: column(1), volume: column(2) };
}

test('by hand: volume lies evenly over each bar, and the value area grows to the larger neighbour', () => {
  // Steps of 1 from 10: the first bar gives 25 to each of four, the second 30 to each of two, the third all to one.
  const profile = volumeProfile(bars([[10, 14, 100], [11, 13, 60], [12, 12, 40]]), 0, 3, 4, 0.6);
  expect(profile).toEqual({
    low: 10, step: 1, volume: Float64Array.of(25, 55, 95, 25), total: 200, pointOfControl: 12.5, valueAreaLow: 11, valueAreaHigh: 13,
  });
});

test('only the bars asked for count', () => {
  expect(volumeProfile(bars([[1, 100, 1e9], [10, 12, 8], [1, 100, 1e9]]), 1, 2, 2)?.volume).toEqual(Float64Array.of(4, 4));
});

test('bars without volume or prices are left out', () => {
  expect(volumeProfile(bars([[10, 12, 8], [1, 50, 0], [NaN, 60, 5], [2, 40, NaN]]), 0, 4, 2)).toMatchObject({ low: 10, total: 8 });
});

test('no trades, one price, or no bars have no profile', () => {
  expect([volumeProfile(bars([[10, 12, 0]]), 0, 1), volumeProfile(bars([[10, 10, 5]]), 0, 1), volumeProfile(bars([]), 0, 0)]).toEqual([null, null, null]);
  expect(volumeProfile(bars([[1, 1, 5], [1 + 1e-15, 1 + 1e-15, 5]]), 0, 2)).toBeNull();
});

test('steps and share out of range are refused', () => {
  expect(() => volumeProfile(bars([]), 0, 0, 1)).toThrow(AppError);
  expect(() => volumeProfile(bars([]), 0, 0, 2.5)).toThrow(AppError);
  expect(() => volumeProfile(bars([]), 0, 0, 50, 1)).toThrow(AppError);
});

test('no volume is lost or made, and the value area holds its share', () => {
  const row = fc.tuple(fc.double({ min: 1, max: 50, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), fc.integer({ min: 0, max: 1000 }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.integer({ min: 2, max: 80 }), (rows, steps) => {
      const profile = volumeProfile(bars(rows.map(([low, reach, volume]) => [low, low + reach, volume] as const)), 0, rows.length, steps);
      if (profile === null) return;
      const sum = profile.volume.reduce((a, b) => a + b, 0);
      expect(Math.abs(sum - profile.total)).toBeLessThan(1e-6 * profile.total);
      const isInside = (j: number): boolean => {
        const middle = profile.low + (j + 0.5) * profile.step;
        return middle > profile.valueAreaLow && middle < profile.valueAreaHigh;
      };
      const inside = profile.volume.reduce((a, b, j) => a + (isInside(j) ? b : 0), 0);
      expect(inside).toBeGreaterThanOrEqual(0.7 * profile.total * (1 - 1e-6));
    }),
  );
});
