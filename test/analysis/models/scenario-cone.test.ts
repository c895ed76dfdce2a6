import { describe, expect, test } from 'vitest';
import { scenarioCone } from '../../../src/analysis/models/scenario-cone.ts';
import { createSeededRandom } from '../../../src/shared/seeded-random.ts';

const random = createSeededRandom('walk');
const walk = Float64Array.from({ length: 900 }, () => 0);
walk.forEach((_, index) => {
  walk[index] = index === 0 ? 100 : (walk[index - 1] ?? 100) * Math.exp(random.normal() * 0.015);
});

describe('scenario cone', () => {
  const options = { horizon: 20, seed: 'US:TEST 2020-01-01', paths: 400 };

  test('the same seed gives the same cone, another seed another one', () => {
    const [one, same, other] = [options, options, { ...options, seed: 'other' }].map((given) => JSON.stringify(scenarioCone(walk, 'raw', given)));
    expect([one === same, one === other]).toEqual([true, false]);
  });

  test('a price that goes 10 % up and back by turns, worked by hand: one session ahead it stands at 110 or 90.91, two ahead at 100', () => {
    const turns = Float64Array.from({ length: 61 }, (_, day) => (day % 2 === 0 ? 100 : 110));
    const [one = [], two = []] = scenarioCone(turns, 'raw', { horizon: 2, seed: 'turns', paths: 400 })?.bands ?? [];
    const rounded = (band: readonly number[]): number[] => band.map((price) => Math.round(price * 1e6) / 1e6);
    expect([rounded([one[0] ?? 0, one[1] ?? 0, one[3] ?? 0, one[4] ?? 0]), rounded(two)]).toEqual([[90.909091, 90.909091, 110, 110], [100, 100, 100, 100, 100]]);
  });

  test('the bands are ordered and widen', () => {
    const cone = scenarioCone(walk, 'raw', options);
    const ordered = cone?.bands.every((row) => row.every((price, column) => column === 0 || price >= (row[column - 1] ?? 0)));
    const width = (row: readonly number[] | undefined): number => (row?.[4] ?? 0) - (row?.[0] ?? 0);
    expect([ordered, width(cone?.bands[19]) > 2 * width(cone?.bands[0])]).toEqual([true, true]);
  });

  test('a day of the cone is as wide as a day of the market, not √252 narrower', () => {
    const cone = scenarioCone(walk, 'raw', options);
    const half = Math.log((cone?.bands[0]?.[4] ?? NaN) / (cone?.bands[0]?.[0] ?? NaN)) / 2;
    expect(half / (cone?.dailyDeviation ?? NaN)).toBeGreaterThan(1.3);
    expect(half / (cone?.dailyDeviation ?? NaN)).toBeLessThan(2);
  });

  test('on a random walk the measured coverage is near the one aimed at', () => {
    const five = scenarioCone(walk, 'raw', options)?.coverage[0];
    expect([five?.samples, (five?.inside90 ?? 0) > 0.8, (five?.inside50 ?? 1) < 0.75]).toEqual([41, true, true]);
  });

  test('bars after the last one given do not matter', () => {
    const cut = scenarioCone(walk.slice(0, 500), 'raw', options);
    const full = scenarioCone(walk.subarray(0, 500), 'raw', options);
    expect(cut).toEqual(full);
  });

  test('a short or motionless series has no cone', () => {
    expect([scenarioCone(walk.slice(0, 60), 'raw', options), scenarioCone(new Float64Array(100).fill(5), 'raw', options)]).toEqual([null, null]);
  });

  test('a horizon out of range is refused with what is allowed', () => {
    expect(() => scenarioCone(walk, 'raw', { ...options, horizon: 0 })).toThrow('1–250');
  });
});
