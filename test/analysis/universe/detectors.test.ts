import { describe, expect, test } from 'vitest';
import { hotList } from '../../../src/analysis/universe/hot-list.ts';
import { hotSpots } from '../../../src/analysis/universe/hot-spots.ts';
import { findNeedle, needleAt } from '../../../src/analysis/universe/needle.ts';
import { positionAt } from '../../../src/analysis/universe/position-line.ts';
import { rankJumps } from '../../../src/analysis/universe/rank-jump.ts';
import { steadyRises } from '../../../src/analysis/universe/steady-rise.ts';
import { barsOf } from '../bars-of.ts';
import { metricsOfRanks, tableOf } from './table-of.ts';
import { usualNeedle } from './usual-needle.ts';

/** 5,500 names, so that thresholds are as stated; only the first few matter, the rest keep their order. */
function wideTable(ranks: readonly (readonly number[])[]): ReturnType<typeof tableOf> {
  const symbols = Array.from({ length: 5500 }, (_, index) => `XSHG:6${String(index).padStart(5, '0')}`);
  const metric = ranks.map((row) => {
    const taken = new Set(row);
    const free = Array.from({ length: 5500 }, (_, index) => index + 1).filter((rank) => !taken.has(rank));
    return symbols.map((_, index) => -(row[index] ?? free[index - row.length] ?? NaN));
  });
  return tableOf({ symbols, metric });
}

describe('hot spots', () => {
  const symbols = ['XSHG:600001', 'XSHE:300001', 'XSHG:600002', 'XSHG:600003'];
  const table = tableOf({
    symbols,
    metric: metricsOfRanks([[1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 4, 3]]),
    industries: ['Bank', 'Chip', 'Bank', null],
  });
  // 2,750 of 5,500 are the top half: two of four.
  const options = { period: 3, maxCount: 2750, board: 'all' } as const;

  test('symbols of the top today that were there before, most days first', () => {
    expect(hotSpots(table, options)).toEqual({
      spots: [
        { symbol: 'XSHG:600001', days: 3, latestRank: 2, ranks: [1, 1, 2] },
        { symbol: 'XSHE:300001', days: 2, latestRank: 1, ranks: [2, 3, 1] },
      ],
      industries: [{ industry: 'Bank', count: 1 }, { industry: 'Chip', count: 1 }],
      effectiveMaxCount: 2,
    });
  });

  test('the main board filter hides a growth stock without moving the ranks', () => {
    expect(hotSpots(table, { ...options, board: 'main' }).spots.map(({ symbol, latestRank }) => [symbol, latestRank])).toEqual([['XSHG:600001', 2]]);
  });

  test('a count below one is refused', () => {
    expect(() => hotSpots(table, { ...options, maxCount: 0 })).toThrow('maxCount');
  });
});

test('the hot list names the narrowest tier that was reached twice', () => {
  const table = wideTable([[90, 150], [350, 90], [95, 180]]);
  expect(hotList(table, { period: 3 }).slice(94, 95)).toMatchObject([{ symbolIndex: 0, latestRank: 95, totalHits: 3, tierHits: [2, 2, 3, 3, 3, 3, 3, 3], label: { tier: 100, hits: 2 } }]);
  expect(hotList(table, { period: 3 }).find(({ symbolIndex }) => symbolIndex === 1)?.label).toEqual({ tier: 200, hits: 3 });
});

describe('rank jump', () => {
  const table = wideTable([[3000, 4000, 200], [200, 1400, 3100]]);

  test('only gains count, the largest first', () => {
    const { jumps, effectiveThreshold } = rankJumps(table, { threshold: 2500, sigma: 1 });
    expect([jumps.map(({ symbol, change }) => [symbol, change]), effectiveThreshold]).toEqual([[['XSHG:600000', 2800], ['XSHG:600001', 2600]], 2500]);
  });

  test('the band marks the gains within one deviation', () => {
    const { band, jumps } = rankJumps(table, { threshold: 2500, sigma: 1 });
    expect([band.mean, band.deviation?.toFixed(4), jumps.map(({ inBand }) => inBand)]).toEqual([2700, '141.4214', [true, true]]);
  });

  test('a symbol that was absent the day before has not jumped', () => {
    const absent = tableOf({ symbols: ['A', 'B', 'C'], metric: [[NaN, 3, 2], [9, 1, 2]] });
    expect(rankJumps(absent, { threshold: 1800, sigma: 1 }).jumps).toEqual([]);
  });

  test('the first date has no day before', () => {
    expect(() => rankJumps(table, { date: '2020-01-01', threshold: 1, sigma: 1 })).toThrow('period');
  });
});

describe('steady rise', () => {
  const table = wideTable([[900, 100, 800], [700, 300, 850], [300, 900, 100]]);

  test('the rank number must fall on every date: 900, 700, 300 rises, 100, 300, 900 does not', () => {
    expect(steadyRises(table, { period: 3, minimumImprovement: 500, sigma: 1 }).rises).toEqual([
      { symbol: 'XSHG:600000', ranks: [900, 700, 300], total: 600, daily: 300, inBand: false },
    ]);
  });

  test('a period of one day is refused', () => {
    expect(() => steadyRises(table, { period: 1, minimumImprovement: 1, sigma: 1 })).toThrow('≥ 2');
  });
});

describe('position lines', () => {
  const column = (...values: number[]): Float64Array => Float64Array.from(values);

  test('the close in the range of three bars', () => {
    expect(positionAt(column(12, 14, 13), column(9, 11, 10), column(11, 13, 10), 2, 3)).toBe(20);
  });

  test('a flat or too short window has no position', () => {
    expect([positionAt(column(5, 5, 5), column(5, 5, 5), column(5, 5, 5), 2, 3), positionAt(column(5, 6), column(4, 5), column(5, 6), 1, 3)]).toEqual([NaN, NaN]);
  });
});

describe('needle', () => {
  // Twenty-four bars of rise, then three bars that fall to the low of the last three while the long line stays high.
  const closes = [...Array.from({ length: 25 }, (_, index) => 100 + index * 2), 148, 146, 142];
  const bars = barsOf(closes, { high: closes.map((close) => close + 0.5), low: closes.map((close) => close - 0.5) });

  test('a fall within a rise, worked by hand', () => {
    const last = closes.length - 1;
    const needle = needleAt(bars, last, { longWindow: 21 });
    // White: (142 − 141.5) ÷ (148.5 − 141.5) = 7.14 after 90 at the peak, at 148; red: (142 − 113.5) ÷ (148.5 − 113.5) = 81.43 after 97.56.
    expect([needle?.pattern, needle?.short.toFixed(2), needle?.long.toFixed(2), needle?.fall.toFixed(2)]).toEqual(['refuel', '7.14', '81.43', '82.86']);
    expect(needle?.rows.map(({ contribution }) => Number(contribution.toFixed(3)))).toEqual([70, 20, 0, 4, 0]);
  });

  test('the score is the sum of its rows and at most 100', () => {
    const needle = findNeedle(bars, usualNeedle);
    expect([needle?.score, needle?.bar]).toEqual([94, closes.length - 1]);
  });

  test('the filters of pattern, score and BBI hold back what does not fit', () => {
    const filters = [{ pattern: 'bottom' as const }, { minimumScore: 95 }, { requireBbi: true }, { requireBbi: false }];
    expect(filters.map((filter) => findNeedle(bars, { ...usualNeedle, ...filter }) !== null)).toEqual([false, false, true, true]);
  });

  test('without 24 bars the BBI is unknown and the filter refuses', () => {
    const short = barsOf(closes.slice(-23), { high: closes.slice(-23).map((close) => close + 0.5), low: closes.slice(-23).map((close) => close - 0.5) });
    expect([needleAt(short, 22, { longWindow: 10 })?.aboveBbi, findNeedle(short, { ...usualNeedle, longWindow: 10 })]).toEqual([null, null]);
  });

  test('a flat series never shows a needle', () => {
    const flat = Array.from({ length: 40 }, () => 10);
    expect(findNeedle(barsOf(flat, { high: flat, low: flat }), { ...usualNeedle, requireBbi: false })).toBeNull();
  });
});
