import { defineIndicator } from './indicator.ts';
import { meanSlots, stepMean } from './mean-cell.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';

/**
 * Psychological line: the share of rising closes among the last `period` changes, in percent, and its mean of `average` bars.
 * Warm-up: `period` bars, the mean `period + average - 1`. Source: Tongdaxin PSY (12, 6).
 */
export const psy = defineIndicator({
  id: 'psy',
  name: { en: 'Psychological line', zh: '心理线' },
  inputs: ['close'],
  parameters: { period: bars(12), average: bars(6, 1, { en: 'Average', zh: '均线' }) },
  outputs: { psy: line('PSY'), average: line('PSYMA') },
  pane: 'own',
  guides: [25, 75],
  presets: { tongdaxin: {} },
  source: 'Tongdaxin PSY',
  warmUp: ({ period, average }) => period + average - 1,
  slots: ({ average }) => 1 + meanSlots(average),
  advance({ close }, { period, average }, output, { start, slots }, from, to) {
    for (let i = Math.max(from, start + 1); i < to; i++) {
      let rises = (slots[0] as number) + rose(close, i);
      if (i > start + period) rises -= rose(close, i - period);
      slots[0] = rises;
      if (i < start + period) continue;
      const share = (100 * rises) / period;
      output.psy[i] = share;
      output.average[i] = stepMean(slots, 1, share, average);
    }
  },
});

function rose(close: Float64Array, i: number): number {
  return Number((close[i] as number) > (close[i - 1] as number));
}
