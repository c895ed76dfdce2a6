import { describe, expect, test } from 'vitest';
import { levels, roundNumbers } from '../../../src/analysis/models/levels.ts';
import { positionSize } from '../../../src/analysis/models/position-size.ts';
import { technicalRadar } from '../../../src/analysis/models/technical-radar.ts';
import { tradeDiscipline } from '../../../src/analysis/models/trade-discipline.ts';
import { sliceBars } from '../../../src/shared/bars.ts';
import { barsOf, wavyCloses } from '../bars-of.ts';

describe('levels', () => {
  test('round numbers step by the power of ten of the price and never less than a tick', () => {
    expect([roundNumbers(47, 0.01), roundNumbers(1000, 0.01), roundNumbers(0.532, 0.001), roundNumbers(5, 0.01), roundNumbers(0.0123, 0.05), roundNumbers(-3, 0.01)]).toEqual([
      [40, 50],
      [1000],
      [0.5, 0.6],
      [5],
      [0.05],
      [],
    ]);
  });

  // Twenty closes at 99 and 101 in turn: mean 100, sample deviation √(20 ÷ 19) = 1.026; the EMAs swing to 100.20 and 99.91.
  test('a series worked by hand: bands 100 ± 2 × 1.026, averages and round numbers, each on its side of the close of 101', () => {
    const result = levels(barsOf(Array.from({ length: 20 }, (_, day) => (day % 2 === 0 ? 99 : 101))), 0.01);
    const side = (name: 'supports' | 'resistances'): unknown => result?.[name].map(({ price, sources, term }) => [price, sources, term]);
    expect(side('supports')).toEqual([[100.2, ['shortAverage'], 'short'], [100, ['round'], 'medium'], [99.91, ['mediumAverage'], null], [97.95, ['bandLower'], null]]);
    expect(side('resistances')).toEqual([[102.05, ['bandUpper'], 'short'], [200, ['round'], 'medium']]);
  });

  test('without round numbers, levels move with the price scale', () => {
    const closes = wavyCloses(80, 40, 0.1);
    const prices = (factor: number): number[] => {
      const found = levels(barsOf(closes.map((close) => close * factor)), null);
      return [...(found?.supports ?? []), ...(found?.resistances ?? [])].filter(({ sources }) => !sources.includes('round')).map(({ price }) => price / factor);
    };
    expect(prices(3).map((price) => price.toFixed(9))).toEqual(prices(1).map((price) => price.toFixed(9)));
  });

  test('levels are sorted by distance and named short and medium term', () => {
    const result = levels(barsOf(wavyCloses(80, 40, 0.1)), 0.01);
    const distances = result?.supports.map(({ distancePercent }) => distancePercent) ?? [];
    expect([distances.toSorted((a, b) => a - b), result?.supports.slice(0, 3).map(({ term }) => term)]).toEqual([distances, ['short', 'medium', null]]);
  });

  test('supports lie below the close and resistances above', () => {
    const result = levels(barsOf(wavyCloses(80, 40, -0.1)), 0.01);
    expect([result?.supports.every(({ price }) => price < (result?.close ?? 0)), result?.resistances.every(({ price }) => price > (result?.close ?? 0)), result?.bars]).toEqual([true, true, 80]);
  });

  test('levels that meet within a tick are one level with several sources', () => {
    const closes = Array.from({ length: 30 }, (_, index) => (index < 29 ? 100 : 99));
    const merged = levels(barsOf(closes), 10);
    expect(merged?.resistances).toEqual([{ price: 100, sources: ['bandLower', 'bandUpper', 'shortAverage', 'mediumAverage', 'round'], distancePercent: (100 / 99 - 1) * 100, term: 'short' }]);
  });

  test('no bars have no levels', () => {
    expect(levels(sliceBars(barsOf([1]), 0, 0), null)).toBeNull();
  });
});

describe('position size', () => {
  const percentAt = (volatility: number | null): number => positionSize({ riskPercent: 1, stopPercent: 5, volatility }).percent;

  test('one percent of risk over a five percent stop is twenty percent, less when the market is lively', () => {
    expect([percentAt(2), percentAt(3), percentAt(5), percentAt(0.5), percentAt(null)]).toEqual([20, 16, 12, 24, 20]);
  });

  test('the usual two percent is capped at a quarter of the capital', () => {
    expect(positionSize({ riskPercent: 2, stopPercent: 5, volatility: 2 })).toMatchObject({ percent: 25, uncapped: 40, capped: true });
  });

  test('more volatility never gives a larger position', () => {
    const sizes = Array.from({ length: 80 }, (_, index) => percentAt(index / 10));
    expect(sizes.every((size, index) => index === 0 || size <= (sizes[index - 1] ?? 0))).toBe(true);
  });

  test('a stop of zero is refused', () => {
    expect(() => positionSize({ riskPercent: 2, stopPercent: 0, volatility: null })).toThrow('stopPercent');
  });
});

test('three losses in a row ask for a pause, a gain of a fifth for taking half', () => {
  expect([
    tradeDiscipline([5, -1, -2, -3], [{ symbol: 'A', gainPercent: 20 }, { symbol: 'B', gainPercent: 19.9 }]),
    tradeDiscipline([-1, -2, 3], []),
  ]).toEqual([
    [
      { code: 'discipline.coolOff', losses: 3, threshold: 3 },
      { code: 'discipline.takeHalf', symbol: 'A', gainPercent: 20, threshold: 20 },
    ],
    [],
  ]);
});

describe('radar', () => {
  test('the volatility axis worked by hand: ranges of 2 on 51 are 3.92 %, volume is 1.9 times its mean on an up day: (2 + 4) of 7', () => {
    const closes = Array.from({ length: 40 }, (_, day) => (day % 2 === 0 ? 49 : 51));
    const top = closes.map(() => 51);
    const bottom = closes.map(() => 49);
    const bars = barsOf(closes, { high: top, low: bottom, volume: closes.map((_, day) => (day === 39 ? 2000 : 1000)) });
    const [axis] = technicalRadar(bars, 'raw').slice(3);
    expect([axis?.axis, axis?.value, axis?.rows.map(({ input }) => input)]).toEqual(['volatility', expect.closeTo(60 / 7, 12), [expect.closeTo(200 / 51, 12), expect.closeTo(2000 / 1050, 12)]]);
  });

  test('axes do not depend on the price scale', () => {
    const closes = wavyCloses(120, 50, 0.1);
    const values = (factor: number): (number | null)[] => technicalRadar(barsOf(closes.map((close) => close * factor)), 'raw').map(({ value }) => value);
    expect(values(7)).toEqual(values(1));
  });

  test('a steady rise is full on the trend axis', () => {
    expect(technicalRadar(barsOf(wavyCloses(120, 50, 0.6)), 'raw')[0]).toMatchObject({ axis: 'trend', value: 10 });
  });

  test('a flat series has no axis at all', () => {
    const flat = Array.from({ length: 90 }, () => 7);
    expect(technicalRadar(barsOf(flat, { high: flat, low: flat }), 'raw').map(({ value }) => value)).toEqual([null, null, null, null]);
  });

  test('every axis lies within 0 and 10', () => {
    const values = technicalRadar(barsOf(wavyCloses(120, 50, -0.2)), 'split').map(({ value }) => value ?? -1);
    expect(values.every((value) => value >= 0 && value <= 10)).toBe(true);
  });
});
