import { describe, expect, test } from 'vitest';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import type { InputName } from '../../../src/analysis/indicators/indicator.ts';
import { findIndicator } from '../../../src/analysis/indicators/registry.ts';

/** `length` bars of one price. */
function flat(price: number, length = 80, volume = 100): Record<InputName, Float64Array> {
  const column = (value: number): Float64Array => new Float64Array(length).fill(value);
  return {
    time: Float64Array.from({ length }, (_, i) => i),
    open: column(price), high: column(price), low: column(price), close: column(price), volume: column(volume), amount: column(price * volume),
    benchmark: column(price), floatShares: column(1000), upperLimit: column(price * 1.1), session: Float64Array.from({ length }, (_, i) => i), sessionMinutes: column(240),
  };
}

function last(id: string, input: Record<InputName, Float64Array>, preset?: string): Record<string, number> {
  const output = computeIndicator(findIndicator(id), input, {}, preset === undefined ? {} : { preset });
  return Object.fromEntries(Object.entries(output).map(([name, column]) => [name, column.at(-1) ?? NaN]));
}

describe('a price that never moved', () => {
  test.each(['rsi', 'stochastic', 'cci', 'williams-r', 'mfi', 'kdj', 'dmi', 'position-lines'])('has no %s: it does not apply', (id) => {
    expect(Object.values(last(id, flat(33.3))).every((value) => Number.isNaN(value))).toBe(true);
  });

  test.each([
    ['rsi', 'talib', { rsi: 0 }],
    ['rsi', 'tradingview', { rsi: 100 }],
    ['stochastic', 'talib', { k: 0, d: 0 }],
    ['cci', 'talib', { cci: 0 }],
    ['williams-r', 'talib', { r: 0 }],
    ['mfi', 'talib', { mfi: 0 }],
    ['dmi', 'talib', { plusDi: 0, minusDi: 0, adx: 0 }],
    ['kdj', 'definition', { k: 50, d: 50, j: 50 }],
  ])('shows in %s under %s what that platform shows', (id, preset, want) => {
    expect(last(id, flat(33.3), preset)).toEqual(want);
  });

  test('has bands without width', () => {
    expect(last('bollinger', flat(33.3))).toEqual({ upper: 33.3, middle: 33.3, lower: 33.3 });
    expect(last('historical-volatility', flat(33.3))).toEqual({ volatility: 0 });
    expect(last('atr', flat(33.3))).toEqual({ atr: 0 });
  });
});

test('a stochastic says nothing as long as a flat window is in its means', () => {
  const input = flat(10, 10);
  for (const name of ['high', 'low', 'close'] as const) input[name].set([11, 12, 13, 14], 6);
  const { k, d } = computeIndicator(findIndicator('stochastic'), input, { period: 3, smooth: 2, signal: 2 });
  // The last flat window ends on bar 5; %K is a mean of two windows, %D one of two such means.
  expect([...(k ?? [])].map((value) => !Number.isNaN(value))).toEqual([false, false, false, false, false, false, false, true, true, true]);
  expect([...(d ?? [])].map((value) => !Number.isNaN(value))).toEqual([false, false, false, false, false, false, false, false, true, true]);
});

describe('bars without volume', () => {
  test.each(['rolling-vwap', 'anchored-vwap', 'relative-volume', 'mfi', 'volume-ratio'])('have no %s', (id) => {
    expect(Object.values(last(id, flat(10, 80, 0))).every((value) => Number.isNaN(value))).toBe(true);
  });

  test('leave on-balance volume where it is', () => {
    expect(last('obv', flat(10, 80, 0))).toEqual({ obv: 0 });
  });
});

describe('negative prices', () => {
  const input = flat(10, 80);
  for (const name of ['open', 'high', 'low', 'close'] as const) for (let i = 0; i < 80; i++) input[name][i] = 5 - i + (name === 'high' ? 1 : name === 'low' ? -1 : 0);

  test.each(['sma', 'ema', 'bollinger', 'macd', 'rsi', 'atr', 'dmi', 'cci', 'donchian', 'supertrend', 'sar'])('are ordinary numbers to %s', (id) => {
    expect(Object.values(last(id, input)).every((value) => Number.isFinite(value))).toBe(true);
  });

  test.each(['roc', 'trix', 'bias', 'historical-volatility', 'relative-strength', 'hama'])('have no %s: it is a ratio of prices', (id) => {
    expect(Object.values(last(id, input)).every((value) => Number.isNaN(value))).toBe(true);
  });
});

test('a float of nothing has no turnover rate', () => {
  const input = flat(10);
  input.floatShares.fill(0);
  expect(last('turnover-rate', input)).toEqual({ rate: NaN });
});
