import { defineIndicator } from './indicator.ts';
import { meanSlots, stepMean } from './mean-cell.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';

/** Bull and bear index: the mean of four simple means of the close. Warm-up: the longest window less one bar. Source: Tongdaxin BBI (3, 6, 12, 24). */
export const bbi = defineIndicator({
  id: 'bbi',
  name: { en: 'Bull and bear index', zh: '多空指标' },
  inputs: ['close'],
  parameters: {
    first: bars(3, 1, { en: 'First', zh: '第一' }),
    second: bars(6, 1, { en: 'Second', zh: '第二' }),
    third: bars(12, 1, { en: 'Third', zh: '第三' }),
    fourth: bars(24, 1, { en: 'Fourth', zh: '第四' }),
  },
  outputs: { bbi: line('BBI') },
  pane: 'price',
  presets: { tongdaxin: {} },
  source: 'Tongdaxin BBI',
  warmUp: ({ first, second, third, fourth }) => Math.max(first, second, third, fourth) - 1,
  slots: ({ first, second, third, fourth }) => meanSlots(first) + meanSlots(second) + meanSlots(third) + meanSlots(fourth),
  advance({ close }, { first, second, third, fourth }, { bbi: out }, { slots }, from, to) {
    const secondAt = meanSlots(first);
    const thirdAt = secondAt + meanSlots(second);
    const fourthAt = thirdAt + meanSlots(third);
    for (let i = from; i < to; i++) {
      const value = close[i] as number;
      const mean =
        (stepMean(slots, 0, value, first) +
          stepMean(slots, secondAt, value, second) +
          stepMean(slots, thirdAt, value, third) +
          stepMean(slots, fourthAt, value, fourth)) /
        4;
      out[i] = mean;
    }
  },
});
