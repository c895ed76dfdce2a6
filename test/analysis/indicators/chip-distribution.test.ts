import { describe, expect, test } from 'vitest';
import { type ChipInput, chipDistribution } from '../../../src/analysis/indicators/chip-distribution.ts';
import { AppError } from '../../../src/shared/app-error.ts';

/** Bars with these prices, each range ±1, turning over `turnover` of a float of 1,000 shares. */
function input(prices: readonly number[], turnover: number): ChipInput {
  const column = (value: (price: number) => number): Float64Array => Float64Array.from(prices, value);
  return {
    high: column((price) => price + 1),
    low: column((price) => price - 1),
    close: column((price) => price),
    volume: column(() => turnover * 1000),
    floatShares: column(() => 1000),
  };
}

const atTen: number[] = Array.from({ length: 70 }, () => 10);

describe('a float bought around 10, then a day around 20 that turns a quarter over', () => {
  const answer = chipDistribution(input([...atTen, 20], 0.25), 70, 250, 110);

  test('costs three quarters of the old price and one of the new', () => {
    expect(answer?.averageCost).toBeCloseTo(0.75 * 10 + 0.25 * 20, 2);
  });

  test('is in profit with all of the old and half of the new shares at the close', () => {
    expect(answer?.inProfit).toBeCloseTo(0.75 + 0.125, 2);
  });

  test('has its middle 90 % reaching from the old to the new range, its middle 40 % within the old one', () => {
    expect(answer?.cost90.low).toBeGreaterThan(9);
    expect(answer?.cost90.high).toBeGreaterThan(19);
    expect(answer?.cost90.concentration).toBeCloseTo(((answer?.cost90.high ?? 0) - (answer?.cost90.low ?? 0)) / ((answer?.cost90.high ?? 0) + (answer?.cost90.low ?? 0)), 12);
  });

  test('sums to one', () => {
    expect(answer?.share.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
});

test('a full turnover leaves only the last day, and more than all counts as all', () => {
  for (const turnover of [1, 3]) expect(chipDistribution(input([...atTen, 20], turnover), 70)?.averageCost).toBeCloseTo(20, 6);
});

test('later bars do not change an answer', () => {
  expect(chipDistribution(input([...atTen, 20, 99], 0.25), 70)).toEqual(chipDistribution(input([...atTen, 20], 0.25), 70));
});

test('days without trading, price or float are left out', () => {
  const gaps = input([...atTen, 15, 20], 0.25);
  gaps.volume[70] = 0;
  gaps.floatShares[5] = NaN;
  const without = input([...atTen.slice(1), 20], 0.25);
  const [a, b] = [chipDistribution(gaps, 71), chipDistribution(without, 70)];
  expect(a?.bars).toBe(70);
  expect(a?.averageCost).toBeCloseTo(b?.averageCost ?? NaN, 9);
});

test('fewer than 60 bars, or one price only, have no answer', () => {
  expect(chipDistribution(input(atTen.slice(0, 59), 0.1), 58)).toBeNull();
  const flat = input(atTen, 0.1);
  flat.high.fill(10);
  flat.low.fill(10);
  expect(chipDistribution(flat, 69)).toBeNull();
});

test('a number of steps out of range is refused', () => {
  expect(() => chipDistribution(input(atTen, 0.1), 69, 250, 5)).toThrow(AppError);
});
