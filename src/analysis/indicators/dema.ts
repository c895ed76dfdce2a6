import { emaStart } from './ema.ts';
import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';
import { emaAlpha, smoothingSlots, stepSmoothing } from './smoothing-cell.ts';

/** Double EMA: 2·EMA less the EMA of the EMA. Warm-up 2·(period - 1) bars when started at a mean. Source: Mulloy 1994; TA-Lib DEMA. */
export const dema = defineIndicator({
  id: 'dema',
  name: { en: 'Double EMA', zh: '双重指数平均' },
  inputs: ['close'],
  parameters: { period: bars(20), start: emaStart },
  outputs: { dema: line('DEMA') },
  pane: 'price',
  presets: { talib: { start: 'mean' }, tradingview: { start: 'mean' } },
  source: 'Mulloy 1994; TA-Lib DEMA',
  warmUp: ({ period, start }) => (start === 'mean' ? 2 * (period - 1) : 0),
  slots: () => 2 * smoothingSlots,
  advance({ close }, { period, start }, { dema: out }, { slots }, from, to) {
    const alpha = emaAlpha(period);
    for (let i = from; i < to; i++) {
      const once = stepSmoothing(slots, 0, close[i] as number, period, alpha, start);
      if (Number.isNaN(once)) continue;
      out[i] = 2 * once - stepSmoothing(slots, smoothingSlots, once, period, alpha, start);
    }
  },
});
