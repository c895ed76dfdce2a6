import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIndex, lastDays, rankedCount, rankTable } from '../../../src/analysis/universe/rank-table.ts';
import { scaledCount } from '../../../src/analysis/universe/scaled-count.ts';
import { inBand, sigmaBand } from '../../../src/analysis/universe/sigma-band.ts';
import { passesBoard } from '../../../src/analysis/universe/board-filter.ts';
import { metricsOfRanks, tableOf } from './table-of.ts';

const symbols = ['XSHG:600003', 'XSHG:600001', 'XSHG:600002'];

describe('ranks', () => {
  test('equal metrics are ordered by traded value, then by code', () => {
    const table = tableOf({ symbols, metric: [[50, 50, 50], [50, 50, 50]], amount: [[1, 1, 9], [NaN, NaN, NaN]] });
    expect([...table.rank]).toEqual([3, 2, 1, 3, 1, 2]);
  });

  test('a symbol without a metric is not ranked and takes no place', () => {
    const table = tableOf({ symbols, metric: [[NaN, 10, 20]] });
    expect([[...table.rank], rankedCount(table, 0)]).toEqual([[0, 2, 1], 2]);
  });

  test('no two symbols ever share a rank', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 40 }), (values) => {
        const names = values.map((_, index) => `S${index}`);
        const ranks = [...tableOf({ symbols: names, metric: [values] }).rank].sort((a, b) => a - b);
        expect(ranks).toEqual(values.map((_, index) => index + 1));
      }),
    );
  });

  test('ranks stay the same when the metric is stretched', () => {
    const table = tableOf({ symbols, metric: [[1, 3, 2]] });
    expect([...rankTable(table, table.metric.map((value) => value * 7 + 5)).rank]).toEqual([...table.rank]);
  });
});

describe('dates', () => {
  const table = tableOf({ symbols, metric: metricsOfRanks([[1, 2, 3], [1, 2, 3]]) });

  test('the newest date is taken without one', () => {
    expect([dayIndex(table), dayIndex(table, '2020-01-01')]).toEqual([1, 0]);
  });

  test('a date without a ranking is refused with the range there is', () => {
    expect(() => dayIndex(table, '2021-01-01')).toThrow('2020-01-01 to 2020-01-02');
    expect(() => dayIndex(table, 'yesterday')).toThrow('yesterday');
  });

  test('an empty universe is refused', () => {
    expect(() => dayIndex(tableOf({ symbols: [], metric: [] }))).toThrow('no symbols');
  });

  test('a period longer than the table is refused with the longest allowed', () => {
    expect(() => lastDays(1, 3)).toThrow('1–2');
  });
});

test('thresholds stated for 5,500 names shrink with the universe', () => {
  expect([scaledCount(2500, 5500), scaledCount(100, 505), scaledCount(1, 505)]).toEqual([2500, 9, 1]);
});

test('a band is the mean and the sample deviation, not below zero', () => {
  const band = sigmaBand([100, 200, 600], 1);
  expect([band.mean, band.deviation?.toFixed(6), band.lower?.toFixed(6), inBand(band, 500), inBand(band, 600)]).toEqual([300, '264.575131', '35.424869', true, false]);
  expect([sigmaBand([100, 900], 1).lower?.toFixed(6), sigmaBand([5], 1).lower, sigmaBand([], 1).mean, inBand(sigmaBand([], 1), 1)]).toEqual(['0.000000', null, null, false]);
});

test('the main board leaves out growth boards and Beijing', () => {
  const codes = ['XSHG:600519', 'XSHE:300750', 'XSHG:688981', 'XBSE:920002', 'XNAS:AAPL'];
  expect((['all', 'main', 'beijing'] as const).map((filter) => codes.map((code) => passesBoard(code, filter)))).toEqual([
    [true, true, true, true, true],
    [true, false, false, false, true],
    [false, false, false, true, false],
  ]);
});
