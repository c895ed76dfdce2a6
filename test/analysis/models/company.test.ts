import { describe, expect, test } from 'vitest';
import { capitalFlowSplit, type FlowDay } from '../../../src/analysis/models/capital-flow.ts';
import { compoundGrowth, fundamentalScore } from '../../../src/analysis/models/fundamental-score.ts';
import { fundamentalsAsOf, type YearlyReport } from '../../../src/analysis/models/fundamentals-as-of.ts';
import { indexAnalysis } from '../../../src/analysis/models/index-analysis.ts';
import { industryScore } from '../../../src/analysis/models/industry-score.ts';
import { tradingDateOf, type UtcMs } from '../../../src/shared/time.ts';

const utc = (text: string): UtcMs => Date.parse(text) as UtcMs;

describe('fundamental score', () => {
  test('a company worked by hand: 20 + 12 + 10 + 8 + 4 of 85', () => {
    const result = fundamentalScore({ peTtm: 18, returnOnEquity: 16, debtRatio: 45, revenueGrowth: 12, profitGrowth: 3 });
    expect([result.points, result.maximum, result.judged, result.coverage, result.percent?.toFixed(4)]).toEqual([54, 85, 85, 1, '63.5294']);
  });

  test('the best company reaches 85, which is said to be the maximum', () => {
    expect(fundamentalScore({ peTtm: 8, returnOnEquity: 25, debtRatio: 10, revenueGrowth: 40, profitGrowth: 50 })).toMatchObject({ points: 85, maximum: 85, percent: 100 });
  });

  test('a loss gives no points for valuation, an unknown figure lowers coverage instead', () => {
    const loss = fundamentalScore({ peTtm: -4, returnOnEquity: 25, debtRatio: null, revenueGrowth: null, profitGrowth: null });
    expect([loss.points, loss.judged, loss.rows[0]?.contribution, loss.rows[2]?.input]).toEqual([15, 40, 0, null]);
  });

  test('nothing known is no score', () => {
    expect(fundamentalScore({ peTtm: null, returnOnEquity: null, debtRatio: null, revenueGrowth: null, profitGrowth: null })).toMatchObject({ percent: null, coverage: 0 });
  });

  test('growth is compound and has no value from a loss', () => {
    expect([compoundGrowth(172.8, 100, 3)?.toFixed(9), compoundGrowth(5, -1, 3), compoundGrowth(5, 0, 3)]).toEqual(['20.000000000', null, null]);
  });
});

describe('fundamentals as of a time', () => {
  const report = (year: number, published: string, revenue: number, profit: number): YearlyReport => ({
    periodEnd: tradingDateOf(`${year}-12-31`),
    publishedAt: utc(published),
    revenue,
    grossProfit: revenue / 2,
    profit,
    equity: 100,
    assets: 160,
    shares: 10,
  });
  const reports = [
    report(2021, '2022-03-01T00:00:00Z', 100, 10),
    report(2024, '2025-03-01T00:00:00Z', 172.8, 20),
    report(2024, '2025-09-01T00:00:00Z', 133.1, 16),
  ];

  test('before its publication a report is not known', () => {
    expect(fundamentalsAsOf(reports, utc('2025-02-28T00:00:00Z'), 20)).toMatchObject({ periodEnd: tradingDateOf('2021-12-31'), peTtm: 20, revenueGrowth: null });
  });

  test('a restatement counts from its own publication on', () => {
    const growth = ['2025-08-31T00:00:00Z', '2025-09-02T00:00:00Z'].map((asOf) => fundamentalsAsOf(reports, utc(asOf), 20).revenueGrowth?.toFixed(6));
    expect(growth).toEqual(['20.000000', '10.000000']);
  });

  test('without any report everything is unknown', () => {
    expect(fundamentalsAsOf([], utc('2025-09-02T00:00:00Z'), 20)).toMatchObject({ peTtm: null, returnOnEquity: null, debtRatio: null });
  });
});

describe('capital flow', () => {
  const day = (text: string, superLarge: number, large: number, medium: number, small: number): FlowDay => ({
    date: tradingDateOf(text),
    net: { superLarge, large, medium, small },
    percent: { superLarge: superLarge / 10, large: large / 10, medium: medium / 10, small: small / 10 },
  });
  const rows = [day('2026-11-20', 30, 10, -15, -25), day('2026-11-19', -20, 5, 5, 10), day('2026-11-18', 100, 0, -50, -50)];

  test('the newest days count, whatever the order of the rows', () => {
    const expected = { from: tradingDateOf('2026-11-19'), to: tradingDateOf('2026-11-20'), days: 2, main: { net: 25, meanPercent: 1.25, positiveDays: 1, negativeDays: 1 } };
    expect([capitalFlowSplit(rows, 2), capitalFlowSplit(rows.toReversed(), 2)]).toMatchObject([expected, expected]);
  });

  test('the split mirrors itself, so there is no total', () => {
    const sizes = capitalFlowSplit(rows, 10)?.sizes;
    expect([sizes?.superLarge.net, sizes?.large.net, sizes?.medium.net, sizes?.small.net]).toEqual([110, 15, -60, -65]);
  });

  test('without rows there is no flow rather than an invented one', () => {
    expect(capitalFlowSplit([], 10)).toBeNull();
  });
});

describe('industry and index', () => {
  test('an industry worked by hand: 50 + 5 + 15 + 10', () => {
    expect(industryScore({ changePercent: 1.5, netFlow: 3, levels: [10, 11, 10.5, 12] })).toMatchObject({ score: 80, state: 'strong', coverage: 1 });
  });

  test('its mirror image: 50 − 5 − 15 − 10', () => {
    expect(industryScore({ changePercent: -1.5, netFlow: -3, levels: [12, 10.5, 11, 10] })).toMatchObject({ score: 20, state: 'weak' });
  });

  test('an industry of which nothing is known has no score', () => {
    expect(industryScore({ changePercent: null, netFlow: null, levels: [10] })).toMatchObject({ score: null, state: null });
  });

  test('an index is the weighted mean of its heaviest members', () => {
    const members = [
      { symbol: 'A', weight: 6, score: 80, changePercent: 2 },
      { symbol: 'B', weight: 3, score: 50, changePercent: -1 },
      { symbol: 'C', weight: 1, score: 10, changePercent: 9 },
      { symbol: 'D', weight: 3, score: null, changePercent: 0 },
    ];
    expect(indexAnalysis(members, 3)).toMatchObject({ members: 3, score: 70, changePercent: 0.75, up: 1, down: 1, flat: 1, upRatio: 1 / 3, coverage: 0.75 });
  });
});
