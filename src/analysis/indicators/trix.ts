import { emaStart } from './ema.ts';
import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';
import { emaAlpha, smoothingSlots, stepSmoothing } from './smoothing-cell.ts';

/**
 * TRIX: percent change from bar to bar of an EMA of an EMA of an EMA. Warm-up 3·(period - 1) + 1 bars when started at a mean, else 1.
 * Source: Hutson 1983; TA-Lib TRIX; Tongdaxin TRIX.
 */
export const trix = defineIndicator({
  id: 'trix',
  name: { en: 'TRIX', zh: '三重指数平滑变动率' },
  inputs: ['close'],
  parameters: { period: bars(15), start: emaStart },
  outputs: { trix: line('TRIX') },
  pane: 'own',
  guides: [0],
  needsPositivePrices: true,
  presets: { talib: { start: 'mean' }, tongdaxin: { period: 12, start: 'first' } },
  source: 'Hutson 1983; TA-Lib TRIX; Tongdaxin TRIX',
  warmUp: ({ period, start }) => (start === 'mean' ? 3 * (period - 1) : 0) + 1,
  slots: () => 3 * smoothingSlots + 1,
  advance({ close }, { period, start }, { trix: out }, { slots }, from, to) {
    const alpha = emaAlpha(period);
    for (let i = from; i < to; i++) {
      const once = stepSmoothing(slots, 0, close[i] as number, period, alpha, start);
      if (Number.isNaN(once)) continue;
      const twice = stepSmoothing(slots, smoothingSlots, once, period, alpha, start);
      if (Number.isNaN(twice)) continue;
      const thrice = stepSmoothing(slots, 2 * smoothingSlots, twice, period, alpha, start);
      if (Number.isNaN(thrice)) continue;
      const previous = slots[3 * smoothingSlots] as number;
      slots[3 * smoothingSlots] = thrice;
      out[i] = previous === 0 ? NaN : (thrice / previous - 1) * 100;
    }
  },
});
