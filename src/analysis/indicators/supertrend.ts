import { defineIndicator } from './indicator.ts';
import { line, plotted } from './output.ts';
import { bars, decimal } from './parameter.ts';
import { stepSmoothing } from './smoothing-cell.ts';
import { firstRange, trueRangeAt } from './true-range.ts';

/**
 * Supertrend: bands `width` average true ranges (Wilder) either side of the bar's mid-price. The lower one only rises while the previous
 * close is on or above it, the upper one only falls while it is on or below; the trend flips when a close crosses its band. It starts as
 * down. `direction` is 1 up, -1 down. Warm-up `period` bars, one less where the first bar's own range counts. Source: Seban; TradingView Supertrend.
 */
export const supertrend = defineIndicator({
  id: 'supertrend',
  name: { en: 'Supertrend', zh: '超级趋势' },
  inputs: ['high', 'low', 'close'],
  parameters: { period: bars(10), width: decimal(3, 0.1, 20, 0.1, { en: 'Width', zh: '倍数' }), first: firstRange },
  outputs: { line: line('Supertrend', '超级趋势'), direction: plotted('hidden', 'Direction', '方向') },
  pane: 'price',
  presets: { definition: { first: 'none' }, tradingview: { first: 'own' } },
  source: 'Seban; TradingView Supertrend',
  warmUp: ({ period, first }) => (first === 'own' ? period - 1 : period),
  slots: () => 5,
  advance({ high, low, close }, { period, width, first }, output, { start, slots }, from, to) {
    const seeded = start + (first === 'own' ? period - 1 : period);
    for (let i = first === 'own' ? from : Math.max(from, start + 1); i < to; i++) {
      const reach = i === start ? (high[i] as number) - (low[i] as number) : trueRangeAt(high, low, close, i);
      const range = stepSmoothing(slots, 0, reach, period, 1 / period, 'mean');
      if (i < seeded) continue;
      const middle = ((high[i] as number) + (low[i] as number)) / 2;
      let upper = middle + width * range;
      let lower = middle - width * range;
      let side = -1;
      if (i > seeded) {
        const earlierUpper = slots[2] as number;
        const earlierLower = slots[3] as number;
        const previous = close[i - 1] as number;
        if (previous <= earlierUpper) upper = Math.min(upper, earlierUpper);
        if (previous >= earlierLower) lower = Math.max(lower, earlierLower);
        side = slots[4] as number;
        if (side < 0 && (close[i] as number) > upper) side = 1;
        else if (side > 0 && (close[i] as number) < lower) side = -1;
      }
      slots[2] = upper;
      slots[3] = lower;
      slots[4] = side;
      output.line[i] = side > 0 ? lower : upper;
      output.direction[i] = side;
    }
  },
});
