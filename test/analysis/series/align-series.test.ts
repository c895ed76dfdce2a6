import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignColumn, alignIndex } from '../../../src/analysis/series/align-series.ts';

const of = (...values: number[]): Float64Array => Float64Array.from(values);

test('a day without a bar is missing, or carries the last value before it and never a later one', () => {
  const index = alignIndex(of(1, 2, 3, 4, 5), of(2, 4));
  expect([...index]).toEqual([-1, 0, -1, 1, -1]);
  expect([...alignColumn(of(20, 40), index, 'nan')]).toEqual([NaN, 20, NaN, 40, NaN]);
  expect([...alignColumn(of(20, 40), index, 'carry')]).toEqual([NaN, 20, 20, 40, 40]);
});

test('writes into the column it is given', () => {
  const out = new Float64Array(2);
  expect(alignColumn(of(7), alignIndex(of(1, 2), of(2)), 'nan', out)).toBe(out);
  expect([...out]).toEqual([NaN, 7]);
});

test('on the common calendar every bar is found again', () => {
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }).map((values) => Float64Array.from(values).sort());
  fc.assert(
    fc.property(times, times, (a, b) => {
      const calendar = Float64Array.from(new Set([...a, ...b])).sort();
      for (const time of [a, b]) expect([...alignColumn(time, alignIndex(calendar, time), 'nan')].filter((value) => !Number.isNaN(value))).toEqual([...time]);
    }),
  );
});
