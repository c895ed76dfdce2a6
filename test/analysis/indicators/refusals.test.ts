import { describe, expect, test } from 'vitest';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import { goldenSet } from '../../../src/analysis/indicators/golden-set.ts';
import { allocateBars } from '../../../src/shared/bars.ts';
import { findIndicator } from '../../../src/analysis/indicators/registry.ts';
import { resolveParameters } from '../../../src/analysis/indicators/resolve-parameters.ts';
import { rsi } from '../../../src/analysis/indicators/rsi.ts';
import { roc } from '../../../src/analysis/indicators/roc.ts';
import { sma } from '../../../src/analysis/indicators/sma.ts';
import { obv } from '../../../src/analysis/indicators/obv.ts';
import { AppError } from '../../../src/shared/app-error.ts';

function refusal(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error instanceof AppError ? { code: error.code, ...error.params } : error;
  }
  return 'accepted';
}

const close = Float64Array.of(1, 2, 3);

describe('a refusal names the field, the value and what is allowed', () => {
  test('an unknown indicator', () => {
    expect(refusal(() => findIndicator('rsl'))).toMatchObject({
      code: 'analysis.indicator',
      field: 'indicator',
      value: 'rsl',
      allowed: expect.stringContaining('rsi, kdj'),
    });
  });

  test('a window that is not a whole number, too short, too long or not a number', () => {
    for (const period of [14.5, 1, 5000, NaN, Infinity]) {
      expect(refusal(() => computeIndicator(rsi, { close }, { period }))).toEqual({
        code: 'analysis.parameter',
        indicator: 'rsi',
        field: 'period',
        value: period,
        allowed: '2, 3 … 1300',
      });
    }
  });

  test('a convention that is none of the options', () => {
    expect(refusal(() => resolveParameters(rsi, { averaging: 'median' }))).toEqual({
      code: 'analysis.parameter',
      indicator: 'rsi',
      field: 'averaging',
      value: 'median',
      allowed: 'wilder, wilder-first, simple',
    });
  });

  test('a parameter the indicator does not have, even one every object has', () => {
    for (const field of ['length', 'constructor', '__proto__']) {
      expect(refusal(() => resolveParameters(sma, Object.fromEntries([[field, 5]])))).toEqual({
        code: 'analysis.parameter-unknown',
        indicator: 'sma',
        field,
        value: 5,
        allowed: 'period',
      });
    }
  });

  test('a preset the indicator does not have', () => {
    expect(refusal(() => resolveParameters(rsi, {}, 'metastock'))).toEqual({
      code: 'analysis.preset',
      indicator: 'rsi',
      field: 'preset',
      value: 'metastock',
      allowed: 'talib, tradingview, tongdaxin',
    });
  });

  test('a basis on which ratios mean nothing', () => {
    expect(refusal(() => computeIndicator(roc, { close }, {}, { basis: 'forwardAdditive' }))).toEqual({
      code: 'analysis.basis',
      indicator: 'roc',
      field: 'basis',
      value: 'forwardAdditive',
      allowed: 'raw, split, total',
    });
    expect(refusal(() => computeIndicator(sma, { close }, {}, { basis: 'forwardAdditive' }))).toBe('accepted');
  });

  test('the reference set on such a basis', () => {
    const none = { time: new Float64Array(0), value: new Float64Array(0) };
    expect(refusal(() => goldenSet(allocateBars(3), none, 'forwardAdditive'))).toMatchObject({ code: 'analysis.basis', field: 'basis', value: 'forwardAdditive' });
  });

  test('a column that is missing or of another length', () => {
    expect(refusal(() => computeIndicator(obv, { close } as never))).toMatchObject({ code: 'analysis.input', field: 'volume', allowed: 'close, volume' });
    expect(refusal(() => computeIndicator(obv, { close, volume: Float64Array.of(1) }))).toMatchObject({
      code: 'analysis.length',
      field: 'volume',
      value: 1,
      allowed: 3,
    });
  });
});

test('given parameters stand over the preset, the preset over the defaults', () => {
  expect(resolveParameters(rsi, { flat: '0' }, 'tongdaxin')).toEqual({ period: 6, averaging: 'wilder-first', flat: '0' });
});
