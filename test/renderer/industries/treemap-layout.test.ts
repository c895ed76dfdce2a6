import { array, assert, double, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeStep } from '../../../src/renderer/pages/industries/change-step.ts';
import { treemapLayout } from '../../../src/renderer/pages/industries/treemap-layout.ts';

const self = (weight: number): number => weight;

describe('the map of industries', () => {
  test('divides the example of the paper into its known tiles', () => {
    const tiles = treemapLayout([6, 6, 4, 3, 2, 2, 1], self, 6, 4);
    expect(tiles.map(({ x, y, width, height }) => [x, y, width, height].map((value) => Math.round(value * 100) / 100))).toEqual([
      [0, 0, 3, 2], [0, 2, 3, 2], [3, 0, 1.71, 2.33], [4.71, 0, 1.29, 2.33], [3, 2.33, 1.2, 1.67], [4.2, 2.33, 1.2, 1.67], [5.4, 2.33, 0.6, 1.67],
    ]);
  });

  test('fills the rectangle by weight, whatever the weights', () => {
    assert(property(array(double({ min: 0.01, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 }), (weights) => {
      const tiles = treemapLayout(weights, self, 800, 600);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      for (const { item, x, y, width, height } of tiles) {
        expect(Math.abs(width * height - (item / total) * 480_000)).toBeLessThan(1e-3);
        expect(x >= -1e-6 && y >= -1e-6 && x + width <= 800 + 1e-6 && y + height <= 600 + 1e-6).toBe(true);
      }
      expect(tiles).toHaveLength(weights.length);
    }));
  });

  test('leaves out what has no weight, and has no tile for nothing', () => {
    expect(treemapLayout([0, 5, NaN], self, 10, 10).map(({ item }) => item)).toEqual([5]);
    expect(treemapLayout([], self, 10, 10)).toEqual([]);
  });

  test('a change takes one of seven shades, an unknown one none', () => {
    expect([-5, -1.2, -0.3, 0.05, 0.4, 2, 3].map(changeStep)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(changeStep(null)).toBeNull();
  });
});
