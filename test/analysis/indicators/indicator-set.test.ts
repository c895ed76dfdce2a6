import { expect, test } from 'vitest';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import type { InputName } from '../../../src/analysis/indicators/indicator.ts';
import { IndicatorSet } from '../../../src/analysis/indicators/indicator-set.ts';
import { indicators } from '../../../src/analysis/indicators/registry.ts';
import { wavyBars } from './wavy-bars.ts';

function input(length: number): Record<InputName, Float64Array> {
  const extra = (value: number): Float64Array => new Float64Array(length).fill(value);
  const { time, open, high, low, close, volume } = wavyBars(length);
  return {
    time, open, high, low, close, volume,
    amount: extra(1e5), benchmark: extra(50), floatShares: extra(1e6), upperLimit: extra(300), session: time, sessionMinutes: extra(240),
  };
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
