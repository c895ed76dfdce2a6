import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { internalRateOfReturn } from '../../../src/analysis/portfolio/internal-rate-of-return.ts';
import { performance } from '../../../src/analysis/portfolio/performance.ts';
import { tailRisk } from '../../../src/analysis/portfolio/tail-risk.ts';
import { timeWeightedReturn } from '../../../src/analysis/portfolio/time-weighted-return.ts';

const none = { time: new Float64Array(0), value: new Float64Array(0) };

describe('time-weighted return', () => {
  test('payments do not count: 100 → 110, then 110 paid in, 220 → 198', () => {
    const result = timeWeightedReturn([
      { date: 0, value: 100, flow: 0 },
      { date: 1, value: 110, flow: 0 },
      { date: 2, value: 198, flow: 110 },
    ]);
    expect(result?.toFixed(12)).toBe((1.1 * 0.9 - 1).toFixed(12));
  });

  test('one valuation, or nothing invested, has no return', () => {
    expect([timeWeightedReturn([{ date: 0, value: 100, flow: 0 }]), timeWeightedReturn([{ date: 0, value: 0, flow: 0 }, { date: 1, value: 5, flow: 0 }])]).toEqual([null, null]);
  });
});

describe('internal rate of return', () => {
  test('a year of ten percent', () => {
    expect(internalRateOfReturn([{ date: 0, amount: -100 }, { date: 365, amount: 110 }])?.toFixed(9)).toBe('0.100000000');
  });

  test('the rate balances the payments it was found for', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.9, max: 5, noNaN: true }), fc.integer({ min: 30, max: 3000 }), (rate, days) => {
        const grown = 100 * (1 + rate) ** (days / 365);
        fc.pre(grown > 1e-6);
        expect(internalRateOfReturn([{ date: 5, amount: -100 }, { date: 5 + days, amount: grown }])).toBeCloseTo(rate, 6);
      }),
    );
  });

  test('payments of one sign have no rate', () => {
    expect([internalRateOfReturn([{ date: 0, amount: -100 }]), internalRateOfReturn([])]).toEqual([null, null]);
  });
});

describe('tail risk', () => {
  const returns = Float64Array.from({ length: 100 }, (_, index) => (index - 50) / 1000);

  test('historical: the fifth worst of a hundred days and the mean of the five', () => {
    expect(tailRisk(returns, 0.95, 'historical')).toEqual({ method: 'historical', confidence: 0.95, valueAtRisk: 0.046, conditional: 0.048, samples: 100 });
  });

  test('historical: of fifty days 5 % are two and a half, so the third worst is the value at risk and half of it counts', () => {
    const fifty = Float64Array.from({ length: 50 }, (_, index) => (index - 25) / 1000);
    expect(tailRisk(fifty, 0.95, 'historical')).toEqual({ method: 'historical', confidence: 0.95, valueAtRisk: 0.023, conditional: expect.closeTo((0.025 + 0.024 + 0.0115) / 2.5, 12), samples: 50 });
  });

  test('normal: mean and deviation of the returns at 1.6449 deviations', () => {
    const tail = tailRisk(returns, 0.95, 'normal');
    const deviation = Math.sqrt(returns.reduce((sum, value) => sum + (value + 0.0005) ** 2, 0) / 99);
    expect(tail?.valueAtRisk).toBeCloseTo(0.0005 + 1.644854 * deviation, 6);
    expect(tail?.conditional).toBeCloseTo(0.0005 + 2.062713 * deviation, 6);
  });

  test('thirty days are needed', () => {
    expect(tailRisk(returns.slice(0, 29), 0.95, 'historical')).toBeNull();
  });
});

describe('performance', () => {
  const time = Float64Array.from({ length: 5 }, (_, index) => 18_262 + index);
  const value = Float64Array.of(100, 110, 99, 99, 110);

  test('worked by hand: returns .1, −.1, 0, 1/9', () => {
    const result = performance(time, value, { market: none, sessionsPerYear: 4, riskFree: 0 });
    const mean = (0.1 - 0.1 + 0 + 1 / 9) / 4;
    expect(result.sortino).toBeCloseTo((mean / Math.sqrt(0.01 / 4)) * 2, 12);
    expect(result.drawdown).toEqual({ depth: 99 / 110 - 1, sessions: 3, recovered: true, peak: '2020-01-02', trough: '2020-01-03' });
    expect([result.sharpe?.toFixed(9), result.totalReturn?.toFixed(9)]).toEqual([result.sharpeRf0?.toFixed(9), '0.100000000']);
  });

  test('a risk-free rate lowers both ratios', () => {
    const [zero, two] = [0, 0.02].map((riskFree) => performance(time, value, { market: none, sessionsPerYear: 4, riskFree }));
    expect([(two?.sharpe ?? 1) < (zero?.sharpe ?? 0), (two?.sortino ?? 1) < (zero?.sortino ?? 0)]).toEqual([true, true]);
  });

  test('a series that only rises has no drawdown and no Sortino ratio', () => {
    const result = performance(time, Float64Array.of(1, 2, 3, 4, 5), { market: none, sessionsPerYear: 252, riskFree: 0 });
    expect([result.drawdown, result.sortino]).toEqual([null, null]);
  });
});
