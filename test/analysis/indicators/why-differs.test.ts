import { describe, expect, test } from 'vitest';
import { bollinger } from '../../../src/analysis/indicators/bollinger.ts';
import type { Indicator, InputColumns, InputName } from '../../../src/analysis/indicators/indicator.ts';
import { macd } from '../../../src/analysis/indicators/macd.ts';
import { obv } from '../../../src/analysis/indicators/obv.ts';
import { roc } from '../../../src/analysis/indicators/roc.ts';
import { rsi } from '../../../src/analysis/indicators/rsi.ts';
import { whyDiffers, type WhyDiffersQuestion } from '../../../src/analysis/indicators/why-differs.ts';
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
    expect(tradingview).toBe(talib);
    expect(tongdaxin).toBeCloseTo(2 * (talib ?? NaN), 9);
  });

  test('never parts between presets with the same conventions', () => {
    expect(answer.pairs[0]).toEqual({ presets: ['talib', 'tradingview'], because: [], firstBar: null, agreeFrom: 0 });
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
