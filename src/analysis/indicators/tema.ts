import { emaStart } from './ema.ts';
import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';
import { emaAlpha, smoothingSlots, stepSmoothing } from './smoothing-cell.ts';

/** Triple EMA: 3·EMA - 3·EMA² + EMA³. Warm-up 3·(period - 1) bars when started at a mean. Source: Mulloy 1994; TA-Lib TEMA. */
export const tema = defineIndicator({
  id: 'tema',
  name: { en: 'Triple EMA', zh: '三重指数平均' },
  inputs: ['close'],
  parameters: { period: bars(20), start: emaStart },
  outputs: { tema: line('TEMA') },
  pane: 'price',
  presets: { talib: { start: 'mean' }, tradingview: { start: 'mean' } },
  source: 'Mulloy 1994; TA-Lib TEMA',
  warmUp: ({ period, start }) => (start === 'mean' ? 3 * (period - 1) : 0),
  slots: () => 3 * smoothingSlots,
  advance({ close }, { period, start }, { tema: out }, { slots }, from, to) {
    const alpha = emaAlpha(period);
    for (let i = from; i < to; i++) {
      const once = stepSmoothing(slots, 0, close[i] as number, period, alpha, start);
      if (Number.isNaN(once)) continue;
      const twice = stepSmoothing(slots, smoothingSlots, once, period, alpha, start);
      if (Number.isNaN(twice)) continue;
      out[i] = 3 * once - 3 * twice + stepSmoothing(slots, 2 * smoothingSlots, twice, period, alpha, start);
    }
  },
});
