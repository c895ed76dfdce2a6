import { describe, expect, test } from 'vitest';
import { compareIndustries, industryDetail } from '../../../src/analysis/universe/industry-detail.ts';
import { industryHeat } from '../../../src/analysis/universe/industry-heat.ts';
import { industrySeries } from '../../../src/analysis/universe/industry-series.ts';
import { industryRankChanges } from '../../../src/analysis/universe/industry-rank-changes.ts';
import { industryStatistics, industryTrend } from '../../../src/analysis/universe/industry-trend.ts';
import { marketMood } from '../../../src/analysis/universe/market-mood.ts';
import { volatilitySummary } from '../../../src/analysis/universe/volatility-summary.ts';
import { tableOf } from './table-of.ts';

const table = tableOf({
  symbols: ['A', 'B', 'C', 'D'],
  metric: [
    [90, 80, 70, 60],
    [60, 70, 80, 90],
  ],
  industries: ['Bank', 'Bank', 'Chip', null],
  change: [
    [1, 2, 3, 4],
    [-1, 0, 2, 5],
  ],
  turnover: [
    [1, 1, 1, 1],
    [2, NaN, 6, 8],
  ],
  volatility: [
    [2, 4, NaN, 0],
    [2, 1, 3, 2],
  ],
});

describe('trend', () => {
  test('counts of the top two by industry, unknown last, with the lift over the share of the universe', () => {
    const trend = industryTrend(table, { period: 2, top: 2 });
    expect({ ...trend, counts: [...trend.counts], lift: [...trend.lift] }).toEqual({
      industries: ['Bank', 'Chip'],
      dates: [18_262, 18_263],
      counts: [2, 0, 0, 0, 1, 1],
      lift: [2, 0, 0, 0, 2, 2],
      top: 2,
    });
  });

  test('a top wider than the universe has a lift of one everywhere', () => {
    expect([...industryTrend(table, { period: 1, top: 100 }).lift]).toEqual([1, 1, 1]);
  });

  test('a top of nothing is refused', () => {
    expect(() => industryTrend(table, { period: 1, top: 0 })).toThrow('top cannot be 0');
  });

  test('statistics pool the dates', () => {
    expect(industryStatistics(table, { period: 2, top: 1 })).toEqual([
      { industry: null, count: 1, percentage: 50, lift: 2 },
      { industry: 'Bank', count: 1, percentage: 50, lift: 1 },
    ]);
  });
});

describe('heat', () => {
  test('worked by hand with exponent 1', () => {
    // Today: D 90 (rank 1), C 80 (2), B 70 (3), A 60 (4).
    expect(industryHeat(table, { exponent: 1, sortBy: 'rankHeat' })).toEqual([
      { industry: 'Bank', count: 2, percentage: 50, rankHeat: 1 / 3 + 1 / 4, meanRankHeat: (1 / 3 + 1 / 4) / 2, metricSum: 130, metricMean: 65 },
      { industry: 'Chip', count: 1, percentage: 25, rankHeat: 1 / 2, meanRankHeat: 1 / 2, metricSum: 80, metricMean: 80 },
    ]);
  });

  test('the chosen metric decides the order', () => {
    expect(industryHeat(table, { exponent: 1, sortBy: 'metricMean' }).map(({ industry }) => industry)).toEqual(['Chip', 'Bank']);
  });

  test('an exponent out of range is refused', () => {
    expect(() => industryHeat(table, { exponent: 0.2, sortBy: 'rankHeat' })).toThrow('0.3–2');
  });

  test('changes of place against the day before', () => {
    expect(industryRankChanges(table, { back: 1, exponent: 1, sortBy: 'metricMean' })).toEqual({
      rows: [
        { industry: 'Chip', rank: 1, value: 80, previousRank: 2, change: 1 },
        { industry: 'Bank', rank: 2, value: 65, previousRank: 1, change: -1 },
      ],
      up: 1,
      down: 1,
      same: 0,
      entered: 0,
    });
  });
});

test('the hottest industries are followed back day by day', () => {
  expect(industrySeries(table, { days: 2, limit: 1, exponent: 1, sortBy: 'metricMean' })).toEqual([
    { industry: 'Chip', days: [{ date: 18_262, rank: 2, value: 70 }, { date: 18_263, rank: 1, value: 80 }] },
  ]);
});

describe('detail', () => {
  const options = { trendDays: 7, sortBy: 'rank', signals: new Map() } as const;

  test('means weigh the i-th member by .618^i and leave out what is unknown', () => {
    const detail = industryDetail(table, { ...options, industry: 'Bank' });
    // B leads with 70, A follows with 60: (70 + .618 × 60) ÷ 1.618.
    expect([detail.means.metric?.toFixed(6), detail.means.change?.toFixed(6), detail.means.turnover, detail.averageRank]).toEqual([((70 + 0.618 * 60) / 1.618).toFixed(6), (-0.618 / 1.618).toFixed(6), 2, 3.5]);
  });

  test('members follow the sort asked for, the trend every date', () => {
    const detail = industryDetail(table, { ...options, industry: 'Bank', sortBy: 'turnover' });
    expect([detail.members.map(({ symbol }) => symbol), detail.trend.map(({ averageRank }) => averageRank)]).toEqual([['A', 'B'], [1.5, 3.5]]);
  });

  test('an unknown industry is refused with those that exist', () => {
    expect(() => industryDetail(table, { ...options, industry: 'Steel' })).toThrow('Bank, Chip');
  });

  test('two to five different industries can be compared', () => {
    expect(compareIndustries(table, { ...options, industries: ['Chip', 'Bank'] }).map(({ industry }) => industry)).toEqual(['Chip', 'Bank']);
    expect(() => compareIndustries(table, { ...options, industries: ['Chip', 'Chip'] })).toThrow('2–5');
  });
});

test('volatility is the mean of those that moved', () => {
  expect(volatilitySummary(table, { period: 2 })).toEqual({
    days: [
      { date: 18_262, mean: 3, symbols: 2 },
      { date: 18_263, mean: 2, symbols: 4 },
    ],
    direction: 'down',
  });
});

test('the mood follows the share of strong symbols', () => {
  expect(marketMood(table, { strongFrom: 85 })).toMatchObject({ state: 'attack', strongShare: 25, advancing: 2, declining: 1, unchanged: 1, meanMetric: 75, medianChange: 1 });
  expect(marketMood(table, { strongFrom: 95 }).state).toBe('ice');
});
