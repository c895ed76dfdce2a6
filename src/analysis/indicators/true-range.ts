import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { choice } from './parameter.ts';

/**
 * The bar's range widened to the previous close, for bar `i` > 0. `(x + |x|) / 2` is exactly max(x, 0) without a branch, which on
 * prices could not be predicted and would cost several times the rest.
 */
export function trueRangeAt(high: Float64Array, low: Float64Array, close: Float64Array, i: number): number {
  const previous = close[i - 1] as number;
  const top = high[i] as number;
  const bottom = low[i] as number;
  const above = previous - top;
  const below = bottom - previous;
  return top - bottom + (above + Math.abs(above) + below + Math.abs(below)) / 2;
}

/**
 * What the first bar of a series adds to an average true range: nothing, as it has no close before it (TA-Lib), or its own range
 * (TradingView).
 */
export const firstRange = choice(['none', 'own'], { en: 'First bar', zh: '首根' });

/** True range: the bar's range widened to the previous close. Warm-up 1 bar. Source: Wilder 1978; TA-Lib TRANGE. */
export const trueRange = defineIndicator({
  id: 'true-range',
  name: { en: 'True range', zh: '真实波幅' },
  inputs: ['high', 'low', 'close'],
  parameters: {},
  outputs: { range: line('TR') },
  pane: 'own',
  presets: { talib: {}, tradingview: {}, tongdaxin: {} },
  source: 'Wilder 1978; TA-Lib TRANGE',
  warmUp: () => 1,
  slots: () => 0,
  advance({ high, low, close }, _parameters, { range }, memory, from, to) {
    for (let i = Math.max(from, memory.start + 1); i < to; i++) range[i] = trueRangeAt(high, low, close, i);
  },
});
