import { defineIndicator } from './indicator.ts';
import { meanSlots, stepMean } from './mean-cell.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';

/**
 * Difference of moving averages: a short simple mean of the close less a long one, and the mean of that difference.
 * Warm-up: the longer window less one bar; its mean `average - 1` bars more. Source: Tongdaxin DMA (10, 50, 10).
 */
export const dma = defineIndicator({
  id: 'dma',
  name: { en: 'Difference of averages', zh: '平均线差' },
  inputs: ['close'],
  parameters: {
    short: bars(10, 1, { en: 'Short', zh: '短期' }),
    long: bars(50, 1, { en: 'Long', zh: '长期' }),
    average: bars(10, 1, { en: 'Average', zh: '均线' }),
  },
  outputs: { difference: line('DIF'), average: line('DIFMA') },
  pane: 'own',
  guides: [0],
  presets: { tongdaxin: {} },
  source: 'Tongdaxin DMA',
  warmUp: ({ short, long, average }) => Math.max(short, long) + average - 2,
  slots: ({ short, long, average }) => meanSlots(short) + meanSlots(long) + meanSlots(average),
  advance({ close }, { short, long, average }, output, { start, slots }, from, to) {
    const longAt = meanSlots(short);
    const averageAt = longAt + meanSlots(long);
    const shown = start + Math.max(short, long) - 1;
    for (let i = from; i < to; i++) {
      const value = close[i] as number;
      const difference = stepMean(slots, 0, value, short) - stepMean(slots, longAt, value, long);
      if (i < shown) continue;
      output.difference[i] = difference;
      output.average[i] = stepMean(slots, averageAt, difference, average);
    }
  },
});
