import { defineIndicator } from './indicator.ts';
import { meanSlots, stepMean } from './mean-cell.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';

/** Bias: the close's distance from its simple mean in percent of the mean, for three windows. Warm-up: each window less one bar. Source: Tongdaxin BIAS (6, 12, 24). */
export const bias = defineIndicator({
  id: 'bias',
  name: { en: 'Bias', zh: '乖离率' },
  inputs: ['close'],
  parameters: {
    short: bars(6, 1, { en: 'Short', zh: '短期' }),
    middle: bars(12, 1, { en: 'Middle', zh: '中期' }),
    long: bars(24, 1, { en: 'Long', zh: '长期' }),
  },
  outputs: { short: line('BIAS1'), middle: line('BIAS2'), long: line('BIAS3') },
  pane: 'own',
  guides: [0],
  needsPositivePrices: true,
  presets: { tongdaxin: {} },
  source: 'Tongdaxin BIAS',
  warmUp: ({ short, middle, long }) => Math.max(short, middle, long) - 1,
  slots: ({ short, middle, long }) => meanSlots(short) + meanSlots(middle) + meanSlots(long),
  advance({ close }, { short, middle, long }, output, { slots }, from, to) {
    const middleAt = meanSlots(short);
    const longAt = middleAt + meanSlots(middle);
    for (let i = from; i < to; i++) {
      const value = close[i] as number;
      output.short[i] = (value / stepMean(slots, 0, value, short) - 1) * 100;
      output.middle[i] = (value / stepMean(slots, middleAt, value, middle) - 1) * 100;
      output.long[i] = (value / stepMean(slots, longAt, value, long) - 1) * 100;
    }
  },
});
