import { expect, test } from 'vitest';
import { Momentum } from '../../../src/analysis/chan/momentum.ts';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import { macd } from '../../../src/analysis/indicators/macd.ts';
import { randomBars, seededRandom } from './random-bars.ts';

const periods = { fast: 12, slow: 26, signal: 9 };

test('the first bar has no momentum and RSI 50', () => {
  const momentum = new Momentum(periods, true);
  momentum.push(10);
  expect([momentum.histogram[0], momentum.rsi[0]]).toEqual([0, 50]);
});

test('with short periods the histogram is twice the difference of DIF and DEA', () => {
  const momentum = new Momentum({ fast: 1, slow: 3, signal: 3 }, false);
  [10, 14].forEach((close) => momentum.push(close));
  // Slow average (2 × 14 + 2 × 10) / 4 = 12, DIF 2, DEA (2 × 2 + 2 × 0) / 4 = 1.
  expect([momentum.dif, momentum.dea, momentum.histogram[1]]).toEqual([2, 1, 2]);
});

test.each([
  ['only rises', [10, 11, 12], 100],
  ['only falls', [12, 11, 10], 0],
  ['does not move', [10, 10, 10], 0],
  ['rises twice as much as it falls', [10, 12, 11], 100 - 100 / 3],
])('RSI of a price that %s', (_, closes, expected) => {
  const momentum = new Momentum(periods, true);
  closes.forEach((close) => momentum.push(close));
  expect(momentum.rsi[closes.length - 1]).toBeCloseTo(expected, 12);
});

test('the histogram is that of the MACD indicator in its recursive, doubled form', () => {
  const random = seededRandom(3);
  const { close } = randomBars(random, 'walk', 300);
  const { histogram } = computeIndicator(macd, { close }, {}, { preset: 'tongdaxin' });
  const momentum = new Momentum(periods, false);
  close.forEach((value) => momentum.push(value));
  const apart = Array.from(histogram, (value, bar) => Math.abs(value - (momentum.histogram[bar] ?? NaN)));
  expect(Math.max(...apart)).toBeLessThan(1e-9);
});
