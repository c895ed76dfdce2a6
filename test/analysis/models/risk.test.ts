import { describe, expect, test } from 'vitest';
import { portfolioRisk } from '../../../src/analysis/models/portfolio-risk.ts';
import { risk, riskAt, riskLevel, type Risk } from '../../../src/analysis/models/risk.ts';
import type { ScoreColumns } from '../../../src/analysis/models/score-columns.ts';
import { sliceBars } from '../../../src/shared/bars.ts';
import { barsOf, scaled, wavyCloses } from '../bars-of.ts';

/** Sixty-two bars with indicators set by hand; the last bar is judged. */
function judged(change: Partial<Record<keyof ScoreColumns | 'close' | 'volume' | 'close4' | 'volume4' | 'histogramBefore', number>>): Risk {
  const column = (value: number): Float64Array => new Float64Array(62).fill(value);
  const bars = barsOf(Array.from({ length: 62 }, () => 100));
  bars.volume.fill(1000);
  bars.close[57] = change.close4 ?? 100;
  bars.volume[57] = change.volume4 ?? 1000;
  bars.close[61] = change.close ?? 100;
  bars.volume[61] = change.volume ?? 1000;
  const histogram = column(change.histogram ?? 0.1);
  histogram[60] = change.histogramBefore ?? change.histogram ?? 0.1;
  const atr = column(1.5);
  atr[61] = change.atr ?? 1.5;
  return riskAt(
    bars,
    { short: column(change.short ?? 101), medium: column(change.medium ?? 100), long: column(change.long ?? 99), rsi: column(change.rsi ?? 50), macd: column(0), signal: column(0), histogram, upper: column(110), middle: column(100), lower: column(90), volumeMean: column(change.volumeMean ?? 1000), atr },
    61,
  );
}

const parts = (result: Risk): (number | null)[] => result.parts.map(({ score }) => score);

describe('a calm and a wild bar worked by hand', () => {
  test('a calm rise: .30 × 20 + .30 × 20 + .25 × 10 + .15 × 20 = 17.5', () => {
    const calm = judged({});
    expect([parts(calm), calm.total, calm.level, calm.alerts, calm.coverage]).toEqual([[20, 20, 10, 20], 17.5, 'veryLow', [], 1]);
  });

  test('a wild fall: .30 × 90 + .30 × 90 + .25 × 70 + .15 × 85 = 84.25', () => {
    const wild = judged({ close: 85, atr: 6, short: 92, medium: 98, long: 99, rsi: 20, volume: 2200, volume4: 1000, close4: 100 });
    expect([parts(wild), wild.total, wild.level, wild.reversal]).toEqual([[90, 90, 70, 85], 84.25, 'veryHigh', 'up']);
  });
});

describe('rules', () => {
  test('a falling stack counts by the gap of its averages', () => {
    const gaps = [99.5, 98, 96, 94].map((short) => judged({ short, medium: 100, long: 101 }).parts[1]?.score);
    expect(gaps).toEqual([50, 60, 75, 90]);
  });

  test('a price that rises while volume dries up is a warning', () => {
    expect(judged({ close: 106, volume: 650, short: 104, medium: 103 }).rows[3]).toMatchObject({ code: 'risk.riseOnFallingVolume', input: -35, contribution: 12 });
  });

  test('the last reversal signal gives the direction', () => {
    expect(judged({ rsi: 80, histogram: 0.1, histogramBefore: -0.1 })).toMatchObject({ reversal: 'up', parts: [{}, {}, { score: 70 }, {}] });
  });

  test('levels begin at 80, 60, 40 and 20', () => {
    expect([80, 79.9, 60, 40, 20, 19].map(riskLevel)).toEqual(['veryHigh', 'high', 'high', 'medium', 'low', 'veryLow']);
  });
});

describe('edges', () => {
  test('a flat series has no risk figure', () => {
    const flat = Array.from({ length: 100 }, () => 10);
    expect(risk(barsOf(flat, { high: flat, low: flat, volume: flat.map(() => 0) }), 'raw')).toMatchObject({ total: null, level: null, coverage: 0 });
  });

  test('too few bars lower the coverage and leave no total', () => {
    expect(risk(sliceBars(barsOf(wavyCloses(100, 20, 0.1)), 0, 16), 'raw')).toMatchObject({ total: null, coverage: 0.3 });
  });

  test('risk does not depend on the price scale', () => {
    const bars = barsOf(wavyCloses(200, 20, -0.05));
    expect(risk(scaled(bars, 40), 'raw').total).toBeCloseTo(risk(bars, 'raw').total ?? NaN, 9);
  });
});

describe('portfolio', () => {
  const calm = judged({});
  const wild = judged({ close: 85, atr: 6, short: 92, medium: 98, long: 99, rsi: 20, volume: 2200 });

  test('weights are brought to one; the unknown lowers coverage and not the total', () => {
    const result = portfolioRisk([
      { symbol: 'A', weight: 30, industry: 'Bank', risk: calm },
      { symbol: 'B', weight: 10, industry: 'Bank', risk: wild },
      { symbol: 'C', weight: 10, industry: null, risk: null },
    ]);
    // (0.6 × 17.5 + 0.2 × 84.25) ÷ 0.8 = 34.1875
    expect(result).toMatchObject({
      coverage: 0.8,
      highRisk: [{ symbol: 'B', weight: 0.2, total: 84.25 }],
      highRiskWeight: 0.2,
      industries: [{ industry: 'Bank', weight: 0.8 }, { industry: null, weight: 0.2 }],
      level: 'low',
    });
    expect([result.total?.toFixed(6), result.concentration.toFixed(6)]).toEqual(['34.187500', '0.440000']);
  });

  test('every alert of every holding is listed', () => {
    expect(portfolioRisk([{ symbol: 'B', weight: 1, industry: null, risk: wild }]).alerts.map(({ part }) => part)).toEqual(['volatility', 'trend', 'reversal', 'volume']);
  });

  test('an empty portfolio and a weight of zero are refused', () => {
    expect(() => portfolioRisk([])).toThrow('weight');
    expect(() => portfolioRisk([{ symbol: 'A', weight: 0, industry: null, risk: calm }])).toThrow('> 0');
  });
});
