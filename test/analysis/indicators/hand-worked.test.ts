import { describe, expect, test } from 'vitest';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import type { InputName } from '../../../src/analysis/indicators/indicator.ts';
import type { ParameterValue } from '../../../src/analysis/indicators/parameter.ts';
import { findIndicator, indicators } from '../../../src/analysis/indicators/registry.ts';

interface Example {
  readonly id: string;
  readonly how: string;
  readonly input: Partial<Record<InputName, readonly number[]>>;
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  readonly output: Readonly<Record<string, readonly number[]>>;
}

const no = NaN;
const closes = (...close: number[]): { close: number[] } => ({ close });
/** Bars of one price each. */
const single = (...price: number[]): { high: number[]; low: number[]; close: number[] } => ({ high: price, low: price, close: price });
const rising = { high: [10, 12, 14, 13, 15], low: [8, 9, 10, 11, 12], close: [9, 11, 13, 12, 14] };
const jumps = { high: [10, 12, 9, 9], low: [8, 11, 7, 8], close: [9, 11.5, 8, 8.5] };

const examples: readonly Example[] = [
  { id: 'sma', how: '(2 + 4 + 6) / 3, then without the 2 and with 11', input: closes(2, 4, 6, 11), parameters: { period: 3 }, output: { sma: [no, no, 4, 7] } },
  { id: 'ema', how: 'starts at the mean 4, then half the way to 10', input: closes(2, 4, 6, 10), parameters: { period: 3 }, output: { ema: [no, no, 4, 7] } },
  { id: 'ema', how: 'starts at 2 and goes half the way each time', input: closes(2, 4, 6, 10), parameters: { period: 3, start: 'first' }, output: { ema: [2, 3, 4.5, 7.25] } },
  { id: 'wma', how: '(1·2 + 2·4 + 3·6) / 6', input: closes(2, 4, 6, 11), parameters: { period: 3 }, output: { wma: [no, no, 28 / 6, 49 / 6] } },
  { id: 'dema', how: 'EMA 4 6 8, of it 5 7; 2·6 - 5 and 2·8 - 7', input: closes(3, 5, 7, 9), parameters: { period: 2 }, output: { dema: [no, no, 7, 9] } },
  { id: 'tema', how: 'EMA 4 6 8 10, 5 7 9, 6 8; 3·8 - 3·7 + 6', input: closes(3, 5, 7, 9, 11), parameters: { period: 2 }, output: { tema: [no, no, no, 9, 11] } },
  { id: 'trix', how: 'the third EMA goes from 6 to 8', input: closes(3, 5, 7, 9, 11), parameters: { period: 2 }, output: { trix: [no, no, no, no, 100 / 3] } },
  { id: 'bbi', how: 'means 16, 14, 12, 10', input: closes(4, 8, 12, 16), parameters: { first: 1, second: 2, third: 3, fourth: 4 }, output: { bbi: [no, no, no, 13] } },
  {
    id: 'bollinger', how: 'mean 2, population variance 2/3', input: closes(1, 2, 3), parameters: { period: 3 },
    output: { upper: [no, no, 2 + 2 * Math.sqrt(2 / 3)], middle: [no, no, 2], lower: [no, no, 2 - 2 * Math.sqrt(2 / 3)] },
  },
  {
    id: 'bollinger', how: 'mean 12, sample variance 1', input: closes(11, 12, 13), parameters: { period: 3, deviation: 'sample' },
    output: { upper: [no, no, 14], middle: [no, no, 12], lower: [no, no, 10] },
  },
  { id: 'standard-deviation', how: 'population variance 2/3', input: closes(1, 2, 3), parameters: { period: 3 }, output: { deviation: [no, no, Math.sqrt(2 / 3)] } },
  { id: 'rsi', how: 'changes 2, -1, 3: 1 of 1.5, then 2 of 2.25', input: closes(10, 12, 11, 14), parameters: { period: 2 }, output: { rsi: [no, no, 200 / 3, 200 / 2.25] } },
  { id: 'rsi', how: 'simple means: 2 of 3, then 3 of 4', input: closes(10, 12, 11, 14), parameters: { period: 2, averaging: 'simple' }, output: { rsi: [no, no, 200 / 3, 75] } },
  { id: 'rsi', how: 'from the first change on: 2 of 2, 1 of 1.5, 2 of 2.25', input: closes(10, 12, 11, 14), parameters: { period: 2, averaging: 'wilder-first' }, output: { rsi: [no, 100, 200 / 3, 200 / 2.25] } },
  {
    id: 'macd', how: 'fast 5 7 29/3, slow 4 6 8.5; signal starts at the mean of 1 and 1', input: closes(2, 4, 6, 8, 11), parameters: { fast: 2, slow: 3, signal: 2 },
    output: { macd: [no, no, no, 1, 7 / 6], signal: [no, no, no, 1, 10 / 9], histogram: [no, no, no, 0, 1 / 18] },
  },
  {
    id: 'macd', how: 'started at the first close, histogram doubled', input: closes(2, 4), parameters: { fast: 2, slow: 3, signal: 2, start: 'first', factor: 2 },
    output: { macd: [0, 1 / 3], signal: [0, 2 / 9], histogram: [0, 2 / 9] },
  },
  {
    id: 'macd', how: 'each average from its own mean: fast 3 5 7, slow 4 6', input: closes(2, 4, 6, 8), parameters: { fast: 2, slow: 3, signal: 2, start: 'own-mean' },
    output: { macd: [no, no, 1, 1], signal: [no, no, no, 1], histogram: [no, no, no, 0] },
  },
  {
    id: 'kdj', how: 'RSV 5/6; K = (2·50 + RSV) / 3, D = (2·50 + K) / 3', input: { high: [10, 12, 14], low: [8, 9, 10], close: [9, 11, 13] }, parameters: { period: 3 },
    output: { k: [no, no, 550 / 9], d: [no, no, 1450 / 27], j: [no, no, 550 / 3 - 2900 / 27] },
  },
  {
    id: 'kdj', how: 'growing window, RSV 50 and 75', input: { high: [10, 12], low: [8, 9], close: [9, 11] }, parameters: { period: 3, start: 'first' },
    output: { k: [50, 175 / 3], d: [50, 475 / 9], j: [50, 175 - 950 / 9] },
  },
  {
    id: 'stochastic', how: 'raw 83.3, 60, 80; %K 71.7, 70; %D their mean', input: rising, parameters: { period: 3, smooth: 2, signal: 2 },
    output: { k: [no, no, no, no, 70], d: [no, no, no, no, (215 / 3 + 70) / 2] },
  },
  { id: 'cci', how: 'mean 3, mean deviation 2: 3 / 0.03', input: single(1, 2, 6), parameters: { period: 3 }, output: { cci: [no, no, 100] } },
  { id: 'williams-r', how: '1 under the high of a range of 6', input: { high: [10, 12, 14], low: [8, 9, 10], close: [9, 11, 13] }, parameters: { period: 3 }, output: { r: [no, no, -100 / 6] } },
  { id: 'williams-r', how: 'the same turned round', input: { high: [10, 12, 14], low: [8, 9, 10], close: [9, 11, 13] }, parameters: { period: 3, scale: '0..100' }, output: { r: [no, no, 100 / 6] } },
  { id: 'mfi', how: 'flows +2200, -1050, +3600', input: { ...single(10, 11, 10.5, 12), volume: [100, 200, 100, 300] }, parameters: { period: 2 }, output: { mfi: [no, no, 220_000 / 3250, 360_000 / 4650] } },
  { id: 'roc', how: '12 after 10', input: closes(10, 11, 12), parameters: { period: 2 }, output: { roc: [no, no, 20] } },
  { id: 'momentum', how: '12 - 10', input: closes(10, 11, 12), parameters: { period: 2 }, output: { momentum: [no, no, 2] } },
  { id: 'obv', how: '5, +6, same, -8', input: { close: [1, 2, 2, 1], volume: [5, 6, 7, 8] }, output: { obv: [5, 11, 11, 3] } },
  { id: 'obv', how: 'started at zero', input: { close: [1, 2, 2, 1], volume: [5, 6, 7, 8] }, parameters: { start: 'zero' }, output: { obv: [0, 6, 6, -2] } },
  { id: 'true-range', how: 'from the close at 9 up to 12, from 11.5 down to 7', input: jumps, output: { range: [no, 3, 4.5, 1] } },
  { id: 'atr', how: 'mean of 3 and 4.5, then (3.75 + 1) / 2', input: jumps, parameters: { period: 2 }, output: { atr: [no, no, 3.75, 2.375] } },
  { id: 'atr', how: 'mean of 4.5 and 1', input: jumps, parameters: { period: 2, averaging: 'simple' }, output: { atr: [no, no, 3.75, 2.75] } },
  { id: 'atr', how: 'mean of 2 and 3, then (2.5 + 4.5) / 2', input: jumps, parameters: { period: 2, first: 'own' }, output: { atr: [no, 2.5, 3.5, 2.25] } },
  {
    id: 'dmi', how: '+DM 2 and 1 summed, ranges 5; then 1.5, 1, 5.5; DX 100 and 20', input: { high: [10, 12, 13, 13], low: [8, 9, 11, 10], close: [9, 11, 12, 11] }, parameters: { period: 2, start: 'full' },
    output: { plusDi: [no, no, 60, 150 / 5.5], minusDi: [no, no, 0, 100 / 5.5], adx: [no, no, no, 60] },
  },
  {
    id: 'dmi', how: '+DM 2, 1, then -DM 1; ranges 3, 3.5, 4.75; DX 100 and 0', input: { high: [10, 12, 13, 13], low: [8, 9, 11, 10], close: [9, 11, 12, 11] }, parameters: { period: 2 },
    output: { plusDi: [no, no, 200 / 3.5, 100 / 4.75], minusDi: [no, no, 0, 100 / 4.75], adx: [no, no, no, 50] },
  },
  {
    id: 'sar', how: '9, 9 + 0.02·2, then the low at 8 breaks it and the stop is the high of 12', input: { high: [10, 11, 12, 11], low: [9, 10, 11, 8] },
    output: { sar: [no, 9, 9.04, 12] },
  },
  {
    id: 'heikin-ashi', how: 'open (10 + 11) / 2, then the middle of the candle before', input: { open: [10, 11], high: [12, 13], low: [9, 10], close: [11, 12] },
    output: { open: [10.5, 10.5], high: [12, 13], low: [9, 10], close: [10.5, 11.5] },
  },
  { id: 'rolling-vwap', how: '(10·1 + 13·2) / 3', input: { ...single(10, 13), volume: [1, 2] }, parameters: { period: 2 }, output: { vwap: [no, 12] } },
  { id: 'anchored-vwap', how: 'from the second bar on', input: { time: [1, 2, 3], ...single(10, 13, 16), volume: [1, 2, 2] }, parameters: { anchor: 2 }, output: { vwap: [no, 13, 14.5] } },
  {
    id: 'keltner', how: 'EMA 10.25, 8.75; ATR 3.75', input: { high: [10, 12, 9], low: [8, 11, 7], close: [9, 11.5, 8] }, parameters: { period: 2, atrPeriod: 2 },
    output: { upper: [no, no, 16.25], middle: [no, no, 8.75], lower: [no, no, 1.25] },
  },
  {
    id: 'keltner', how: 'EMA 10.25, 8.75; ATR 2.5, 3.5 with the first range of 2', input: { high: [10, 12, 9], low: [8, 11, 7], close: [9, 11.5, 8] }, parameters: { period: 2, atrPeriod: 2, first: 'own' },
    output: { upper: [no, 15.25, 15.75], middle: [no, 10.25, 8.75], lower: [no, 5.25, 1.75] },
  },
  { id: 'donchian', how: 'highs to 12, lows to 8', input: { high: [10, 12], low: [8, 11] }, parameters: { period: 2 }, output: { upper: [no, 12], middle: [no, 10], lower: [no, 8] } },
  {
    id: 'ichimoku', how: 'middles of 1, 2 and 3 bars', input: { high: [10, 12, 14], low: [8, 9, 10], close: [9, 11, 13] }, parameters: { conversion: 1, base: 2, span: 3 },
    output: { tenkan: [9, 10.5, 12], kijun: [no, 10, 11.5], spanA: [no, 10.25, 11.75], spanB: [no, no, 11], chikou: [9, 11, 13] },
  },
  {
    id: 'supertrend', how: 'upper band 14.5, falls to 12.5, broken by 19 over a lower band of 7', input: { high: [10, 12, 9, 20], low: [8, 11, 7, 18], close: [9, 11.5, 8, 19] }, parameters: { period: 1, width: 1 },
    output: { line: [no, 14.5, 12.5, 7], direction: [no, -1, -1, 1] },
  },
  {
    id: 'supertrend', how: 'from the first bar: 11, broken upward by 11.5, the 8.5 below broken by 8', input: { high: [10, 12, 9], low: [8, 11, 7], close: [9, 11.5, 8] }, parameters: { period: 1, width: 1, first: 'own' },
    output: { line: [11, 8.5, 12.5], direction: [-1, 1, -1] },
  },
  {
    id: 'historical-volatility', how: 'two log returns: their distance / √2', input: closes(100, 110, 99), parameters: { period: 2 },
    output: { volatility: [no, no, ((Math.log(1.1) - Math.log(0.9)) / Math.SQRT2) * Math.sqrt(252)] },
  },
  {
    id: 'position-lines', how: '5 of 6 over the low, then 13 between 9 and 14', input: { high: [10, 12, 14], low: [8, 9, 10], close: [9, 11, 13] }, parameters: { white: 3, yellow: 2, purple: 1, red: 3 },
    output: { white: [no, no, 250 / 3], yellow: [no, 75, 80], purple: [50, 200 / 3, 75], red: [no, no, 250 / 3] },
  },
  { id: 'bias', how: '12 over a mean of 10; on itself nothing', input: closes(8, 12), parameters: { short: 1, middle: 2, long: 2 }, output: { short: [0, 0], middle: [no, 20], long: [no, 20] } },
  { id: 'psy', how: '3 of 3 rises, then 2 of 3', input: closes(1, 2, 3, 4, 3), parameters: { period: 3, average: 2 }, output: { psy: [no, no, no, 100, 200 / 3], average: [no, no, no, no, 250 / 3] } },
  { id: 'dma', how: '4 - 3, 8 - 6, and their mean', input: closes(2, 4, 8), parameters: { short: 1, long: 2, average: 2 }, output: { difference: [no, 1, 2], average: [no, no, 1.5] } },
  { id: 'relative-volume', how: '30 over a mean of 20', input: { volume: [10, 30] }, parameters: { period: 2 }, output: { ratio: [no, 1.5] } },
  {
    id: 'volume-ratio', how: '1 and 2 a minute before, 3 a minute now', input: { volume: [60, 60, 240, 180], session: [1, 1, 2, 3], sessionMinutes: [60, 120, 120, 60] }, parameters: { sessions: 2 },
    output: { ratio: [no, no, no, 2] },
  },
  { id: 'turnover-rate', how: '50 of 1,000', input: { volume: [50], floatShares: [1000] }, output: { rate: [5] } },
  { id: 'limit-up-streak', how: 'two at the limit, then one under it', input: { close: [11, 12.1, 12], upperLimit: [11, 12.1, 13.31] }, output: { streak: [1, 2, 0] } },
  { id: 'relative-strength', how: '20 % against 10 %', input: { close: [10, 12], benchmark: [100, 110] }, parameters: { period: 1 }, output: { ratio: [100, 1200 / 11], excess: [no, 100 / 11] } },
  {
    id: 'pivot-points', how: 'P of 12, 9, 11 is 32/3', input: { high: [12, 1], low: [9, 1], close: [11, 1] },
    output: { pivot: [no, 32 / 3], resistance1: [no, 37 / 3], resistance2: [no, 41 / 3], support1: [no, 28 / 3], support2: [no, 23 / 3] },
  },
];

describe('by hand', () => {
  test.each(examples.map((example) => [`${example.id}: ${example.how}`, example] as const))('%s', (_name, { id, input, parameters = {}, output }) => {
    const columns = Object.fromEntries(Object.entries(input).map(([name, values]) => [name, Float64Array.from(values)]));
    const got = computeIndicator(findIndicator(id), columns as Record<InputName, Float64Array>, parameters);
    for (const [name, want] of Object.entries(output)) {
      expect({ name, values: Array.from(got[name] ?? [], round) }).toEqual({ name, values: want.map(round) });
    }
    expect(Object.keys(output).sort()).toEqual(Object.keys(got).sort());
  });

  test('every indicator has an example here or a slow twin of its own', () => {
    const slow = ['hama'];
    expect(indicators.map(({ id }) => id).filter((id) => !slow.includes(id) && !examples.some((example) => example.id === id))).toEqual([]);
  });
});

function round(value: number): number {
  return Number(value.toFixed(10));
}
