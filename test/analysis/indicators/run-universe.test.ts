import { expect, test } from 'vitest';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import type { IndicatorPlan } from '../../../src/analysis/indicators/indicator-set.ts';
import { macd } from '../../../src/analysis/indicators/macd.ts';
import { obv } from '../../../src/analysis/indicators/obv.ts';
import { rsi } from '../../../src/analysis/indicators/rsi.ts';
import { runUniverse, universeFigures, type Universe } from '../../../src/analysis/indicators/run-universe.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import { sliceBars } from '../../../src/shared/bars.ts';
import { wavyBars } from './wavy-bars.ts';

const plans: IndicatorPlan[] = [{ indicator: rsi, parameters: { period: 5 } }, { indicator: macd }];
const whole = wavyBars(3000);

/** Forty series of 0, 2, 4 … bars cut one after the other from the waves. */
function universe(): Universe & { series: number } {
  const offsets = new Int32Array(41);
  for (let i = 0; i < 40; i++) offsets[i + 1] = (offsets[i] ?? 0) + 2 * i;
  const shared = new Float64Array(new SharedArrayBuffer(whole.close.length * 8));
  shared.set(whole.close);
  return { offsets, columns: { close: shared }, series: 40 };
}

const quiet = { progress: () => undefined, isCancelled: () => false };

test('each series has the newest value of every figure, empty and short ones none', () => {
  const { offsets, columns, series } = universe();
  const newest = new Float64Array(series * 4);
  expect(universeFigures(plans)).toEqual([{ plan: 0, output: 'rsi' }, ...['macd', 'signal', 'histogram'].map((output) => ({ plan: 1, output }))]);
  expect(runUniverse({ offsets, columns }, plans, 0, series, newest, quiet)).toBe(40);
  for (let i = 0; i < series; i++) {
    const bars = sliceBars(whole, offsets[i] ?? 0, offsets[i + 1] ?? 0);
    const lines = computeIndicator(macd, bars);
    const last = (column: Float64Array): number => column.at(-1) ?? NaN;
    expect([...newest.subarray(4 * i, 4 * i + 4)]).toEqual([last(computeIndicator(rsi, bars, { period: 5 }).rsi), last(lines.macd), last(lines.signal), last(lines.histogram)]);
  }
});

test('two halves write the same answer as the whole', () => {
  const { offsets, columns, series } = universe();
  const [one, two] = [new Float64Array(series * 4), new Float64Array(series * 4)];
  runUniverse({ offsets, columns }, plans, 0, series, one, quiet);
  runUniverse({ offsets, columns }, plans, 0, 13, two, quiet);
  runUniverse({ offsets, columns }, plans, 13, series, two, quiet);
  expect([...two]).toEqual([...one]);
});

test('progress is told on the way and at the end', () => {
  const { offsets, columns, series } = universe();
  const told: number[][] = [];
  runUniverse({ offsets, columns }, plans, 0, series, new Float64Array(series * 4), { ...quiet, progress: (...both) => told.push(both) });
  expect(told).toEqual([[16, 40], [32, 40], [40, 40]]);
});

test('a cancelled run stops at the next look and leaves the rest alone', () => {
  const { offsets, columns, series } = universe();
  const newest = new Float64Array(series * 4).fill(-1);
  expect(runUniverse({ offsets, columns }, plans, 0, series, newest, { ...quiet, isCancelled: () => true })).toBe(16);
  expect([newest[15 * 4] === -1, newest[16 * 4]]).toEqual([false, -1]);
});

test('a column that no series has is named', () => {
  const { offsets, columns } = universe();
  expect(() => runUniverse({ offsets, columns }, [{ indicator: obv }], 0, 1, new Float64Array(1), quiet)).toThrow(AppError);
});
