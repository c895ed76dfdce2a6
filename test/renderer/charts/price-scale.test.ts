import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { niceTicks, stepDecimals } from '../../../src/renderer/charts/nice-ticks.ts';
import { priceScale, scaleRefusal } from '../../../src/renderer/charts/price-scale.ts';
import { allocateBars } from '../../../src/shared/bars.ts';

const price = fc.double({ min: 1e-4, max: 1e7, noNaN: true });

describe('axis ticks', () => {
  test('are round and few', () => {
    expect(niceTicks(97.3, 182.9, 5)).toEqual({ values: [100, 120, 140, 160, 180], step: 20 });
    expect(niceTicks(-0.34, 0.41, 4)).toEqual({ values: [-0.2, 0, 0.2, 0.4], step: 0.2 });
  });

  test('lie inside the axis, ascend and never exceed the limit by more than one', () => {
    fc.assert(fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), price, fc.integer({ min: 1, max: 20 }), (min, range, most) => {
      const { values, step } = niceTicks(min, min + range, most);
      expect(values.length).toBeLessThanOrEqual(most + 1);
      values.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(min - step * 1e-6);
        expect(value).toBeLessThanOrEqual(min + range + step * 1e-6);
        expect(value).toBeGreaterThan(values[i - 1] ?? -Infinity);
      });
    }));
  });

  test('rounding never carries one outside a range that is next to nothing beside the prices', () => {
    const [min, max] = [-245159.71874999997, -245159.71874999997 + 1e-4];
    const { values, step } = niceTicks(min, max, 11);
    expect(values.every((value) => value >= min - step * 1e-6 && value <= max + step * 1e-6)).toBe(true);
    expect(values.length).toBeGreaterThan(5);
  });

  test('an empty or endless range has none', () => {
    expect([niceTicks(5, 5, 4), niceTicks(0, Infinity, 4), niceTicks(NaN, 1, 4)].map(({ values }) => values)).toEqual([[], [], []]);
  });

  test('their decimals tell neighbours apart', () => {
    expect([20, 1, 0.5, 0.25, 0.02, 2.5].map(stepDecimals)).toEqual([0, 0, 1, 2, 2, 1]);
  });

  test('of a logarithmic axis are round prices inside it, few at any range', () => {
    fc.assert(fc.property(price, fc.double({ min: 1.001, max: 1e6, noNaN: true }), fc.integer({ min: 2, max: 15 }), (low, ratio, most) => {
      const scale = priceScale('log', 1);
      const { values } = scale.ticks(Math.log(low), Math.log(low * ratio), most);
      expect(values.length).toBeLessThanOrEqual(most + 1);
      for (const value of values) {
        expect(scale.fromAxis(value)).toBeGreaterThanOrEqual(low * (1 - 1e-9));
        expect(scale.fromAxis(value)).toBeLessThanOrEqual(low * ratio * (1 + 1e-9));
      }
    }));
  });

  test('of a wide logarithmic axis step through decades', () => {
    const scale = priceScale('log', 1);
    const { values } = scale.ticks(Math.log(1), Math.log(1000), 10);
    expect(values.map((value) => Number(scale.fromAxis(value).toPrecision(6)))).toEqual([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
  });
});

describe('price scales', () => {
  test('turn a price into an axis position and back', () => {
    fc.assert(fc.property(fc.constantFrom('linear' as const, 'log' as const, 'percent' as const), price, price, (kind, value, base) => {
      const scale = priceScale(kind, base);
      expect(scale.fromAxis(scale.toAxis(value)) / Math.max(value, base)).toBeCloseTo(value / Math.max(value, base), 9);
    }));
  });

  test('percent counts from the base', () => {
    expect(priceScale('percent', 80).toAxis(100)).toBeCloseTo(25, 12);
  });

  test('logarithm and percent are refused where a price is not above zero', () => {
    const bars = allocateBars(2);
    bars.low.set([1, -37.63]);
    bars.close.set([2, -37.63]);
    expect([scaleRefusal('linear', bars, 'raw'), scaleRefusal('log', bars, 'raw'), scaleRefusal('percent', bars, 'raw')]).toEqual([null, 'pricesNotPositive', 'pricesNotPositive']);
  });

  test('ratios of prices adjusted by subtraction are refused even while those are positive', () => {
    const bars = allocateBars(1);
    bars.low[0] = 5;
    bars.close[0] = 6;
    expect(scaleRefusal('log', bars, 'forwardAdditive')).toBe('additiveBasis');
  });
});
