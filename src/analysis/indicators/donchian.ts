import { stepHighest, stepLowest } from './extreme-bar.ts';
import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';

/** Donchian channel: highest high and lowest low of the last `period` bars, this one included. Warm-up `period - 1` bars. Source: Donchian. */
export const donchian = defineIndicator({
  id: 'donchian',
  name: { en: 'Donchian channel', zh: '唐奇安通道' },
  inputs: ['high', 'low'],
  parameters: { period: bars(20) },
  outputs: { upper: line('Upper', '上轨'), middle: line('Middle', '中轨'), lower: line('Lower', '下轨') },
  pane: 'price',
  presets: { definition: {}, tradingview: {} },
  source: 'Donchian',
  warmUp: ({ period }) => period - 1,
  slots: () => 2,
  advance({ high, low }, { period }, { upper, middle, lower }, { start, slots }, from, to) {
    for (let i = from; i < to; i++) {
      const top = stepHighest(slots, 0, high, i, period, start);
      const bottom = stepLowest(slots, 1, low, i, period, start);
      if (i < start + period - 1) continue;
      upper[i] = top;
      middle[i] = (top + bottom) / 2;
      lower[i] = bottom;
    }
  },
});
