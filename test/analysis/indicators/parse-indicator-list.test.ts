import { describe, expect, test } from 'vitest';
import { parseIndicatorList } from '../../../src/analysis/indicators/parse-indicator-list.ts';
import { AppError } from '../../../src/shared/app-error.ts';

const brief = (text: string): unknown[] => parseIndicatorList(text).map(({ text: written, indicator, parameters }) => [written, indicator.id, parameters]);

test('ids, presets and parameters, with spaces where people put them', () => {
  expect(brief('sma, rsi@tongdaxin ,bollinger( period = 10, deviation = sample ),rsi@talib(period=9)')).toEqual([
    ['sma', 'sma', { period: 20 }],
    ['rsi@tongdaxin', 'rsi', { period: 6, averaging: 'wilder-first', flat: 'none' }],
    ['bollinger(period=10,deviation=sample)', 'bollinger', { period: 10, width: 2, deviation: 'sample' }],
    ['rsi@talib(period=9)', 'rsi', { period: 9, averaging: 'wilder', flat: '0' }],
  ]);
});

test('numbers without a name are taken by their place', () => {
  expect(brief('sma(50),bollinger(10,2.5),bollinger(10,width=3)')).toMatchObject([
    ['sma(50)', 'sma', { period: 50 }],
    ['bollinger(10,2.5)', 'bollinger', { period: 10, width: 2.5 }],
    ['bollinger(10,width=3)', 'bollinger', { period: 10, width: 3 }],
  ]);
});

test('a convention that is called by a number stays a name', () => {
  expect(brief('rsi(flat=100),williams-r(scale=0..100)')).toMatchObject([['rsi(flat=100)', 'rsi', { flat: '100' }], [expect.any(String), 'williams-r', { scale: '0..100' }]]);
});

test("a preset with a prime is HAMA's", () => {
  expect(brief("hama@A'")).toMatchObject([["hama@A'", 'hama', { maOf: 'hama-close' }]]);
});

describe('refuses, naming field, value and what is allowed', () => {
  test.each([
    ['', 'analysis.indicator-text', { field: 'set', value: '' }],
    ['sma,,ema', 'analysis.indicator-text', { value: '' }],
    ['sma(period)', 'analysis.indicator-text', { value: 'period' }],
    ['sma(period=5', 'analysis.indicator-text', { value: 'sma(period=5' }],
    ['sma(5,6)', 'analysis.indicator-text', { value: '6' }],
    ['sma()', 'analysis.indicator-text', { value: '' }],
    ['rsl', 'analysis.indicator', { field: 'indicator', value: 'rsl' }],
    ['rsi@metastock', 'analysis.preset', { field: 'preset', value: 'metastock', allowed: 'talib, tradingview, tongdaxin' }],
    ['rsi(length=9)', 'analysis.parameter-unknown', { field: 'length', value: 9, allowed: 'period, averaging, flat' }],
    ['rsi(__proto__=9)', 'analysis.indicator-text', { value: '__proto__=9' }],
    ['rsi(constructor=9)', 'analysis.parameter-unknown', { field: 'constructor' }],
    ['rsi(period=0)', 'analysis.parameter', { field: 'period', value: 0, allowed: '2, 3 … 1300' }],
    ['rsi(period=9.5)', 'analysis.parameter', { field: 'period', value: 9.5 }],
    ['rsi(period=nine)', 'analysis.parameter', { field: 'period', value: 'nine' }],
    ['rsi(averaging=median)', 'analysis.parameter', { field: 'averaging', allowed: 'wilder, wilder-first, simple' }],
  ])('%s', (text, code, params) => {
    let thrown: unknown;
    try {
      parseIndicatorList(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(AppError);
    expect(thrown).toMatchObject({ code, params });
  });
});
