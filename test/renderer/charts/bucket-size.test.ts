import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketSize } from '../../../src/renderer/charts/bucket-size.ts';

test('buckets are as small as the limit allows', () => {
  expect([100, 450, 451, 1000, 1350, 1800, 50_000].map((bars) => bucketSize(bars, 450))).toEqual([1, 1, 2, 3, 3, 4, 128]);
});

test('a bucket size never needs more buckets than allowed, nor fewer than half of them once bars share buckets', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 50, max: 500 }), (bars, most) => {
    const size = bucketSize(bars, most);
    expect(bars / size).toBeLessThanOrEqual(most);
    expect(size === 1 || bars / size > most / 2 - 1).toBe(true);
  }));
});
