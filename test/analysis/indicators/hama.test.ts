import { describe, expect, test } from 'vitest';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import { hama, hamaWarmUp, type HamaParameters } from '../../../src/analysis/indicators/hama.ts';
import { resolveParameters } from '../../../src/analysis/indicators/resolve-parameters.ts';
import type { BarColumns } from '../../../src/shared/bars.ts';
import { wavyBars } from './wavy-bars.ts';

const bars = wavyBars(700);

/** The definition written out with whole arrays and no regard for speed. */
function slowHama(input: BarColumns, set: HamaParameters) {
  const n = input.close.length;
  const [o, h, l, c] = [input.open, input.high, input.low, input.close].map((column) => Array.from(column)) as [number[], number[], number[], number[]];
  const at = (column: readonly number[], i: number): number => column[i] ?? NaN;
  const range = Array.from({ length: n }, (_, i) => i);
  const ema = (values: number[], period: number): number[] => {
    let average = NaN;
    return values.map((value, i) => {
      if (set.start === 'first') average = i === 0 ? value : average + (value - average) * (2 / (period + 1));
      else if (i === period - 1) average = values.slice(0, period).reduce((a, b) => a + b, 0) / period;
      else if (i >= period) average += (value - average) * (2 / (period + 1));
      return average;
    });
  };
  const wma = (values: number[], period: number): number[] =>
    values.map((_, i) => {
      let sum = 0;
      for (let j = 0; j < period; j++) sum += at(values, i - j) * (period - j);
      return sum / ((period * (period + 1)) / 2);
    });
  const source = {
    open: range.map((i) => (i === 0 ? at(o, 0) : (at(o, i - 1) + at(c, i - 1)) / 2)),
    high: range.map((i) => Math.max(at(h, i), at(c, i))),
    low: range.map((i) => Math.min(at(l, i), at(c, i))),
    close: range.map((i) => (at(o, i) + at(h, i) + at(l, i) + at(c, i)) / 4),
  };
  const open = ema(source.open, set.openPeriod);
  const close = set.closeAverage === 'wma' ? wma(source.close, set.closePeriod) : ema(source.close, set.closePeriod);
  const ma = wma(set.maOf === 'close' ? c : close, set.maPeriod);
  const deviation = range.map((i) => ((at(close, i) - at(ma, i)) / at(ma, i)) * 100);
  const colour = range.map((i) => ((set.colour === 'open-rising' ? at(open, i) > at(open, i - 1) : at(close, i) >= at(open, i)) ? 1 : -1));
  const shown = hamaWarmUp(set);
  let direction = 0;
  const cross: number[] = [];
  const state: number[] = [];
  for (let i = shown + 1; i < n; i++) {
    if (at(close, i - 1) <= at(ma, i - 1) && at(close, i) > at(ma, i)) direction = cross[i] = 1;
    else if (at(close, i - 1) >= at(ma, i - 1) && at(close, i) < at(ma, i)) direction = cross[i] = -1;
    else cross[i] = 0;
    const far = Math.abs(at(deviation, i)) >= 0.1;
    state[i] = direction === 1 && at(close, i) >= at(ma, i) && far ? 1 : direction === -1 && at(close, i) <= at(ma, i) && far ? -1 : 0;
  }
  return { open, high: ema(source.high, set.highPeriod), low: ema(source.low, set.lowPeriod), close, ma, deviation, colour, cross, state };
}

describe.each(['A', "A'", 'B', 'C', 'daily', 'custom'])('preset %s', (preset) => {
  const set =
    preset === 'custom'
      ? resolveParameters(hama, { openPeriod: 60, highPeriod: 7, lowPeriod: 9, closePeriod: 5, maPeriod: 30, start: 'mean', bandPeriod: 50, bandDeviation: 'sample' })
      : resolveParameters(hama, {}, preset);
  const output = computeIndicator(hama, bars, set);
  const shown = hamaWarmUp(set);

  test('equals the definition written out slowly', () => {
    const slow = slowHama(bars, set);
    for (const [name, column] of Object.entries(slow)) {
      const from = name === 'cross' || name === 'state' ? shown + 1 : shown;
      for (let i = from; i < 700; i++) expect(output[name as keyof typeof slow][i]).toBeCloseTo(column[i] ?? NaN, 9);
    }
  });

  test('says nothing in the warm-up', () => {
    for (const name of ['open', 'high', 'low', 'close', 'ma', 'deviation', 'colour'] as const) {
      expect(output[name].subarray(0, shown).every((value) => Number.isNaN(value))).toBe(true);
      expect(Number.isFinite(output[name][shown])).toBe(true);
    }
    expect(output.cross.subarray(0, shown + 1).every((value) => Number.isNaN(value))).toBe(true);
  });

  test('finds both crosses and both colours on waves', () => {
    expect(new Set(output.cross.subarray(shown + 1))).toEqual(new Set([0, 1, -1]));
    expect(new Set(output.colour.subarray(shown))).toEqual(new Set([1, -1]));
    expect(new Set(output.state.subarray(shown + 1))).toEqual(new Set([0, 1, -1]));
  });
});

test('the warm-ups of the sets are 100 bars, or as many as the MA line of an averaged close needs', () => {
  expect(['A', "A'", 'B', 'C'].map((preset) => hamaWarmUp(resolveParameters(hama, {}, preset)))).toEqual([100, 138, 100, 100]);
});

test('the bands are the mean of 400 closes and two population deviations either side', () => {
  const output = computeIndicator(hama, bars);
  const window = Array.from(bars.close.subarray(300, 700));
  const mean = window.reduce((a, b) => a + b, 0) / 400;
  const deviation = Math.sqrt(window.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 400);
  expect(output.bandUpper[398]).toBeNaN();
  expect(Number.isFinite(output.bandUpper[399])).toBe(true);
  expect(output.bandMiddle[699]).toBeCloseTo(mean, 9);
  expect(output.bandUpper[699]).toBeCloseTo(mean + 2 * deviation, 9);
  expect(output.bandLower[699]).toBeCloseTo(mean - 2 * deviation, 9);
});

test('a flat series is never a trend and has bands without width', () => {
  const flat = wavyBars(500);
  for (const name of ['open', 'high', 'low', 'close'] as const) flat[name].fill(50);
  const output = computeIndicator(hama, flat);
  expect(output.state[499]).toBe(0);
  expect(output.bandUpper[499]).toBe(output.bandLower[499]);
});
