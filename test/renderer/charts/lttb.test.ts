import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lttb } from '../../../src/renderer/charts/lttb.ts';

const value = fc.oneof({ weight: 8, arbitrary: fc.double({ min: -1e3, max: 1e3, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(NaN) });

describe('line sampling', () => {
  test('keeps every point at full zoom', () => {
    const values = Float64Array.of(1, 2, NaN, 4);
    expect(lttb(values, 0, 3, 1)).toEqual({ x: Float64Array.of(0, 1, 2, 3), y: values });
  });

  test('keeps a spike that averaging would lose', () => {
    const values = new Float64Array(100).fill(1);
    values[37] = 50;
    expect([...lttb(values, 0, 99, 10).y]).toContain(50);
  });

  test('takes one real point of each bucket, in order, and a gap only where the bucket is empty', () => {
    fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 400 }), fc.integer({ min: 1, max: 20 }), fc.nat(50), (list, size, skip) => {
      const values = Float64Array.from(list);
      const first = Math.min(skip, values.length - 1);
      const { x, y } = lttb(values, first, values.length - 1, size);
      const buckets = [...x].map((at) => Math.floor(at / size));
      expect(buckets).toEqual(buckets.map((_, i) => Math.floor(first / size) + i));
      x.forEach((at, i) => {
        expect(y[i]).toBe(values[at]);
        const start = Math.max(first, (buckets[i] ?? 0) * size);
        const bucket = values.subarray(start, ((buckets[i] ?? 0) + 1) * size);
        expect(Number.isNaN(y[i])).toBe(bucket.every(Number.isNaN));
      });
    }));
  });

  test('of an empty range is empty', () => {
    expect(lttb(Float64Array.of(1), 1, 0, 4).x).toHaveLength(0);
  });
});
