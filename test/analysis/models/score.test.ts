import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOf, totalOf } from '../../../src/analysis/models/explanation.ts';
import { scoreColumns, type ScoreColumns } from '../../../src/analysis/models/score-columns.ts';
import { scoreMarketOf, scorePoints } from '../../../src/analysis/models/score-market.ts';
import { applyScoreRules, nearestThreshold, scoreRules } from '../../../src/analysis/models/score-rules.ts';
import { scoreSeries } from '../../../src/analysis/models/score-series.ts';
import { scoreState } from '../../../src/analysis/models/score-state.ts';
import { score, totalScore } from '../../../src/analysis/models/score.ts';
import { sliceBars } from '../../../src/shared/bars.ts';
import { barsOf, scaled, wavyCloses } from '../bars-of.ts';

const rising = barsOf(wavyCloses(120, 50, 0.2));

/** Bar 69 of a series whose indicators are set by hand: close 110 after 109, 104 ten bars before, five days at 1.3 × the usual volume. */
function handBar(): { readonly inputs: Float64Array; readonly points: Float64Array } {
  const at = 69;
  const column = (value: number): Float64Array => new Float64Array(70).fill(value);
  const close = column(104);
  close[68] = 109;
  close[69] = 110;
  const histogram = column(0.1);
  histogram[at] = 0.2;
  const columns: ScoreColumns = {
    short: column(108),
    medium: column(104),
    long: column(100),
    rsi: column(65),
    macd: column(1),
    signal: column(0.8),
    histogram,
    upper: column(112),
    middle: column(105),
    lower: column(98),
    volumeMean: column(1000),
    atr: column(2),
  };
  const inputs = new Float64Array(scoreRules.length);
  const points = new Float64Array(scoreRules.length);
  applyScoreRules({ close, volume: column(1300) }, columns, at, inputs, points);
  return { inputs, points };
}

describe('a bar worked by hand', () => {
  test('the inputs are distances in true ranges, percentages and shares', () => {
    const rounded = Array.from(handBar().inputs, (value) => Number(value.toFixed(6)));
    expect(rounded).toEqual([2, 2, 1, 3, 5, 1.818182, 65, 0.1, 0.857143, 1.3, 5.769231]);
  });

  test('each rule gives the points of its curve', () => {
    // A distance of 2 true ranges is 8 half widths: 10 × (1 + 8 ÷ √65) ÷ 2 = 9.961389; the volume is 0.990290 × 15 for the up day.
    const rounded = Array.from(handBar().points, (value) => Number(value.toFixed(6)));
    expect(rounded).toEqual([9.961389, 4.980695, 4.925356, 4.991364, 4.996881, 15, 10, 9.472136, 1, 14.854355, 10]);
  });

  test('the total is their sum in the base variant and re-weighted in the American one', () => {
    const { points } = handBar();
    expect([totalScore(points, 'CN'), totalScore(points, 'US')].map((value) => value.toFixed(9))).toEqual(['90.182176591', '90.626784939']);
  });
});

describe('the explanation', () => {
  test('adds up to the score and covers everything on a long lively series', () => {
    const result = score(rising, 'HK', 'raw');
    const rows = result.dimensions.flatMap(({ rows: own }) => own);
    expect([totalOf(rows).toFixed(9), coverageOf(rows), result.coverage, result.bars]).toEqual([result.score?.toFixed(9), 1, 1, 120]);
  });

  test('names a rule and its maximum for every point', () => {
    const rows = score(rising, 'CN', 'raw').dimensions.flatMap(({ rows: own }) => own);
    expect(rows.map(({ code, maximum }) => [code, maximum])).toEqual(scoreRules.map(({ code, points }) => [code, points]));
  });
});

test.each<readonly [string, number, number | null]>([
  ['score.rsi', 22, 30], ['score.rsi', 52, 60], ['score.rsi', 80, 70], ['score.volatility', 0.4, 1], ['score.volatility', 9, 4],
  ['score.bands', 0.95, 0.8], ['score.momentum', -8, -2], ['score.momentum', 5.5, 5], ['score.shortOverMedium', -3, 0],
])('%s of %d is held against %d', (code, input, threshold) => {
  const rule = scoreRules.find((one) => one.code === code);
  expect(rule === undefined ? null : nearestThreshold(rule, input, true)).toBe(threshold);
});

test('relative volume is held against 1.5 at most on a rising day and against 0.8 at least on another', () => {
  const rule = scoreRules[9];
  expect([nearestThreshold(rule, 1.9, true), nearestThreshold(rule, 0.5, true), nearestThreshold(rule, 1.9, false), nearestThreshold(rule, 0.5, false)]).toEqual([1.5, 1.2, 1.2, 0.8]);
});

describe('missing data', () => {
  test('a flat series has no score, not 50', () => {
    const flat = barsOf(Array.from({ length: 100 }, () => 10), { high: Array.from({ length: 100 }, () => 10), low: Array.from({ length: 100 }, () => 10) });
    expect(score(flat, 'CN', 'raw')).toMatchObject({ score: null, state: null, coverage: 0 });
  });

  test('forty bars lack the long average: the other points are taken as a share of 90', () => {
    const short = score(sliceBars(rising, 0, 40), 'CN', 'raw');
    const points = totalOf(short.dimensions.flatMap(({ rows }) => rows));
    expect([short.coverage.toFixed(2), short.score?.toFixed(9)]).toEqual(['0.90', (points / 0.9).toFixed(9)]);
  });

  test('ten bars are too few for a score', () => {
    expect(score(sliceBars(rising, 0, 10), 'CN', 'raw').score).toBeNull();
  });

  test('no bars give no score', () => {
    expect(score(sliceBars(rising, 0, 0), 'CN', 'raw')).toMatchObject({ score: null, coverage: 0, bars: 0 });
  });

  test('prices shifted by an amount are refused', () => {
    expect(() => score(rising, 'CN', 'forwardAdditive')).toThrow('forwardAdditive');
  });
});

describe('properties', () => {
  const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 70, maxLength: 140 }).map((changes) => {
    let price = 20;
    return barsOf(changes.map((change) => (price *= 1 + (change === 0 ? 1 : change) / 1000)));
  });

  test('the score does not depend on the price scale', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(0.01, 3, 1000), (bars, factor) => {
        const [one, other] = [score(bars, 'CN', 'raw').score ?? -1, score(scaled(bars, factor), 'CN', 'raw').score ?? -1];
        expect(other).toBeCloseTo(one, 6);
      }),
      { numRuns: 40 },
    );
  });

  test('the score of a bar does not change when later bars are deleted', () => {
    fc.assert(
      fc.property(series, (bars) => {
        const length = bars.close.length;
        const all = new Float64Array(length);
        scoreSeries(bars, scoreColumns(length)(bars), 'US', 0, all);
        const cut = length - 7;
        expect(score(sliceBars(bars, 0, cut), 'US', 'raw').score ?? NaN).toBeCloseTo(all[cut - 1] ?? NaN, 9);
      }),
      { numRuns: 40 },
    );
  });

  test('the score lies within 0 and 100', () => {
    fc.assert(
      fc.property(series, (bars) => {
        const value = score(bars, 'HK', 'raw').score ?? 50;
        expect(value >= 0 && value <= 100).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('a close further above an average never gives fewer points', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), fc.double({ min: 0.01, max: 5, noNaN: true }), (gap, more) => {
        const at = (distance: number): number => {
          const column = (value: number): Float64Array => new Float64Array(70).fill(value);
          const points = new Float64Array(scoreRules.length);
          const columns = { short: column(100 - distance), medium: column(100), long: column(100), rsi: column(50), macd: column(0), signal: column(0), histogram: column(0), upper: column(110), middle: column(100), lower: column(90), volumeMean: column(1), atr: column(2) };
          applyScoreRules({ close: column(100), volume: column(1) }, columns, 69, new Float64Array(scoreRules.length), points);
          return points[2] ?? NaN;
        };
        expect(at(gap + more)).toBeGreaterThanOrEqual(at(gap));
      }),
    );
  });
});

test('the market variants add up to 100 points', () => {
  const sums = (['CN', 'US', 'HK'] as const).map((market) => Object.values(scorePoints(market)).reduce((sum, points) => sum + points, 0));
  expect(sums.map((sum) => sum.toFixed(9))).toEqual(['100.000000000', '100.000000000', '100.000000000']);
});

test('the variant follows from the exchange', () => {
  expect(['XSHG:600519', 'XNAS:AAPL', 'XHKG:00700', 'US:AAPL', 'BINANCE:BTCUSDT'].map(scoreMarketOf)).toEqual(['CN', 'US', 'HK', 'US', 'CN']);
});

test('states begin at their floors', () => {
  expect([100, 85, 84.999, 70, 55, 45, 30, 15, 0].map(scoreState)).toEqual(['veryStrong', 'veryStrong', 'strong', 'strong', 'firm', 'neutral', 'soft', 'weak', 'veryWeak']);
});
