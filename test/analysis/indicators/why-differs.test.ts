import { describe, expect, test } from 'vitest';
import { bollinger } from '../../../src/analysis/indicators/bollinger.ts';
import type { Indicator, InputColumns, InputName } from '../../../src/analysis/indicators/indicator.ts';
import { macd } from '../../../src/analysis/indicators/macd.ts';
import { obv } from '../../../src/analysis/indicators/obv.ts';
import { roc } from '../../../src/analysis/indicators/roc.ts';
import { rsi } from '../../../src/analysis/indicators/rsi.ts';
import { whyDiffers, type WhyDiffersQuestion } from '../../../src/analysis/indicators/why-differs.ts';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import { hasReference } from '../../reference-data.ts';
import { readSp500Bars, sp500File } from '../series/sp500-bars.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import { wavyBars } from './wavy-bars.ts';

const bars = wavyBars(400);

function ask(indicator: Indicator, question: WhyDiffersQuestion) {
  return whyDiffers(indicator, bars as unknown as InputColumns<InputName>, question);
}

describe('MACD histogram', () => {
  const answer = ask(macd, { output: 'histogram', index: 399 });

  test('has a value under each preset, the doubled one twice the others once the starts have worn off', () => {
    const [talib, tradingview, tongdaxin] = answer.presets.map(({ value }) => value ?? NaN);
    expect(tradingview).toBeCloseTo(talib ?? NaN, 9);
    expect(tongdaxin).toBeCloseTo(2 * (talib ?? NaN), 9);
  });

  test('parts on the first shown bar where only the start of the fast average differs, and agrees again later', () => {
    expect(answer.pairs[0]).toMatchObject({ presets: ['talib', 'tradingview'], because: [{ field: 'start', values: ['mean', 'own-mean'] }], firstBar: { index: 33 } });
    expect(answer.pairs[0]?.agreeFrom).toBeGreaterThan(100);
  });

  test('parts on the first bar, for the start and the factor', () => {
    expect(answer.pairs[1]).toMatchObject({
      presets: ['talib', 'tongdaxin'],
      because: [{ field: 'start', values: ['mean', 'first'] }, { field: 'factor', values: [1, 2] }],
      firstBar: { index: 0, values: [null, 0] },
      agreeFrom: null,
    });
  });
});

test('the MACD line itself agrees again once the start has worn off', () => {
  const { agreeFrom } = ask(macd, { output: 'macd', index: 399 }).pairs[1] ?? {};
  expect(agreeFrom).toBeGreaterThan(100);
  expect(agreeFrom).toBeLessThan(399);
});

test('presets with the same conventions never part', () => {
  expect(ask(bollinger, { output: 'upper', index: 399 }).pairs[0]).toEqual({ presets: ['talib', 'tradingview'], because: [], firstBar: null, agreeFrom: 0 });
});

test('Bollinger bands part on their first bar, for the deviation', () => {
  expect(ask(bollinger, { output: 'upper', index: 399 }).pairs[1]).toMatchObject({
    because: [{ field: 'deviation', values: ['population', 'sample'] }],
    firstBar: { index: 19 },
  });
});

test('a period the user has set stands over every preset', () => {
  expect(ask(rsi, { output: 'rsi', index: 399, parameters: { period: 9 } }).presets.map(({ parameters }) => parameters['period'])).toEqual([9, 9, 9]);
});

test('the basis is named, and refused where the figure means nothing on it', () => {
  expect(ask(obv, { output: 'obv', index: 10, basis: 'forwardAdditive' }).basis).toBe('forwardAdditive');
  expect(() => ask(roc, { output: 'roc', index: 10, basis: 'forwardAdditive' })).toThrow(AppError);
});

test('an unknown output is refused with the known ones', () => {
  expect(() => ask(macd, { output: 'dif', index: 1 })).toThrow(/macd, signal, histogram/);
});

test('a bar before the warm-up has no values and no parting but the start', () => {
  expect(ask(bollinger, { output: 'upper', index: 3 })).toMatchObject({ presets: [{ value: null }, { value: null }, { value: null }], pairs: [{ firstBar: null }, { firstBar: null }, { firstBar: null }] });
});

describe.skipIf(!hasReference(sp500File))('on the S&P file (skipped without the reference data)', () => {
  test("Apple's MACD started at its own means is 0.24 off at bar 33 and agrees to 1e-9 from about bar 157", () => {
    const apple = readSp500Bars().get('AAPL');
    const pair = whyDiffers(macd, apple as unknown as InputColumns<InputName>, { output: 'macd', index: 1258 }).pairs[0];
    const column = computeIndicator(macd, { close: apple?.close ?? new Float64Array() }, {}, { preset: 'tradingview' }).macd;
    const talib = computeIndicator(macd, { close: apple?.close ?? new Float64Array() }, {}, { preset: 'talib' }).macd;
    expect(Math.abs((column[33] ?? NaN) - (talib[33] ?? NaN))).toBeCloseTo(0.24, 2);
    expect(pair?.firstBar).toEqual({ index: 25, values: [null, column[25]] });
    expect(Math.abs((pair?.agreeFrom ?? 0) - 157)).toBeLessThan(10);
  });
});
