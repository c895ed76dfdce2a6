import { expect, test } from 'vitest';
import { equalWeightReturns } from '../../../src/analysis/series/equal-weight-returns.ts';
import { returnStatistics } from '../../../src/analysis/series/return-statistics.ts';

const of = (...values: number[]): Float64Array => Float64Array.from(values);
const none = { time: of(), value: of() };

test('by hand: 100, 110, 99, 108.9', () => {
  // Returns 0.1, -0.1, 0.1: mean 1/30, sample variance 0.04/3.
  const market = { time: of(2, 3, 4), value: of(0.05, -0.05, 0.05) };
  const stats = returnStatistics(of(1, 2, 3, 4), of(100, 110, 99, 108.9), market, 252);
  expect(stats.totalReturn).toBeCloseTo(0.089, 12);
  expect(stats.cagr).toBeCloseTo(1.089 ** 84 - 1, 9);
  expect(stats.annVolSimple).toBeCloseTo(Math.sqrt((0.04 / 3) * 252), 12);
  expect(stats.sharpeRf0).toBeCloseTo((1 / 30 / Math.sqrt(0.04 / 3)) * Math.sqrt(252), 12);
  expect(stats.maxDrawdown).toBeCloseTo(-0.1, 12);
  expect([stats.maxDrawdownPeak, stats.maxDrawdownTrough]).toEqual(['1970-01-03', '1970-01-04']);
  expect([stats.betaEqualWeight, stats.corrEqualWeight].map((value) => value?.toFixed(9))).toEqual(['2.000000000', '1.000000000']);
});

test('beta holds returns against each other from one common date to the next: the market has no day 3', () => {
  // Own returns 0.1, -0.1, 0.2 on days 2, 3, 4: 0.1 to day 2, then 0.9 × 1.2 - 1 = 0.08 to day 4.
  const market = { time: of(2, 4, 5), value: of(0.05, 0.04, 9) };
  expect(returnStatistics(of(1, 2, 3, 4), of(100, 110, 99, 118.8), market, 252).betaEqualWeight).toBeCloseTo(2, 9);
});

test('beta over a suspension is against what the market did in all of it', () => {
  // Own returns 0.1 to day 2 and 0.21 from there to day 4; the market's 0.05, then 1.1 × 1.05 - 1 = 0.155.
  const market = { time: of(1, 2, 3, 4), value: of(9, 0.05, 0.1, 0.05) };
  expect(returnStatistics(of(1, 2, 4), of(100, 110, 133.1), market, 252).betaEqualWeight).toBeCloseTo(0.11 / 0.105, 9);
});

test('beta with a market that begins later leaves out what came before its first return', () => {
  // Own returns 0.5 on day 2, then 0.1 and -0.1; the market's begin on day 3.
  const market = { time: of(3, 4), value: of(0.05, -0.05) };
  expect(returnStatistics(of(1, 2, 3, 4), of(100, 150, 165, 148.5), market, 252).betaEqualWeight).toBeCloseTo(2, 9);
});

test('one bar or none has no figures, and a rising series no drawdown', () => {
  expect(returnStatistics(of(1), of(5), none, 252)).toEqual({
    bars: 1, totalReturn: null, cagr: null, annVolSimple: null, annVolLog: null, sharpeRf0: null,
    maxDrawdown: null, maxDrawdownPeak: null, maxDrawdownTrough: null, betaEqualWeight: null, corrEqualWeight: null,
  });
  expect(returnStatistics(of(1, 2, 3), of(5, 6, 7), none, 252)).toMatchObject({ maxDrawdown: 0, maxDrawdownPeak: null });
});

test('the equal-weight index is the mean of each day over the series that trade', () => {
  const index = equalWeightReturns([
    { time: of(1, 2, 3), close: of(100, 110, 110) },
    { time: of(1, 3), close: of(50, 60) },
  ]);
  expect([...index.time]).toEqual([2, 3]);
  expect(index.value[0]).toBeCloseTo(0.1, 12);
  expect(index.value[1]).toBeCloseTo(0.1, 12);
});
