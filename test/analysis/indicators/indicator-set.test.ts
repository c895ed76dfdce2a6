import { expect, test } from 'vitest';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import { IndicatorSet } from '../../../src/analysis/indicators/indicator-set.ts';
import { indicators } from '../../../src/analysis/indicators/registry.ts';
import { joinBars } from './random-bars.ts';
import { wavyBars } from './wavy-bars.ts';

function input(length: number) {
  const bars = wavyBars(length);
  const extra = (value: number): Float64Array => new Float64Array(length).fill(value);
  return joinBars({ ...bars, amount: extra(1e5), benchmark: extra(50), floatShares: extra(1e6), upperLimit: extra(300) }, emptyTail());
}

function emptyTail() {
  const none = new Float64Array(0);
  return { time: none, open: none, high: none, low: none, close: none, volume: none, amount: none, benchmark: none, floatShares: none, upperLimit: none };
}

test('series after series through one set gives what each indicator gives alone, gaps or not', () => {
  const set = new IndicatorSet(indicators.map((indicator) => ({ indicator })), 700);
  const broken = input(650);
  broken.close[100] = NaN;
  for (const series of [input(700), broken, input(30)]) {
    const length = series.close.length;
    set.compute(series, length);
    for (const [index, indicator] of indicators.entries()) {
      const alone = computeIndicator(indicator, series);
      for (const [name, column] of Object.entries(alone)) {
        expect({ id: indicator.id, values: Array.from(set.output(index)[name]?.subarray(0, length) ?? []) }).toEqual({ id: indicator.id, values: Array.from(column) });
      }
    }
  }
});
