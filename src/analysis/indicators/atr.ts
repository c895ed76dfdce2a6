import { defineIndicator } from './indicator.ts';
import { meanSlots, stepMean } from './mean-cell.ts';
import { line } from './output.ts';
import { bars, choice } from './parameter.ts';
import { firstRange, trueRangeAt } from './true-range.ts';

/**
 * Average true range. `wilder` starts at the mean of the first `period` true ranges; `simple` is the plain mean of the last `period`.
 * Warm-up `period` bars, one less where the first bar's own range counts. Source: Wilder 1978; TA-Lib ATR; Tongdaxin ATR (simple mean).
 */
export const atr = defineIndicator({
  id: 'atr',
  name: { en: 'Average true range', zh: '平均真实波幅' },
  inputs: ['high', 'low', 'close'],
  parameters: { period: bars(14), averaging: choice(['wilder', 'simple'], { en: 'Averaging', zh: '平均方式' }), first: firstRange },
  outputs: { atr: line('ATR') },
  pane: 'own',
  presets: { talib: { averaging: 'wilder' }, tradingview: { averaging: 'wilder', first: 'own' }, tongdaxin: { averaging: 'simple' } },
  source: 'Wilder 1978; TA-Lib ATR; Tongdaxin ATR (simple mean)',
  warmUp: ({ period, first }) => (first === 'own' ? period - 1 : period),
  slots: ({ period, averaging }) => (averaging === 'simple' ? 1 + meanSlots(period) : 1),
  advance({ high, low, close }, { period, averaging, first }, { atr: out }, memory, from, to) {
    const { start, slots } = memory;
    const seeded = start + (first === 'own' ? period - 1 : period);
    let average = slots[0] as number;
    let i = from;
    if (i === start) {
      i += 1;
      if (first === 'own') {
        average = (high[start] as number) - (low[start] as number);
        if (averaging === 'simple') stepMean(slots, 1, average, period);
        if (start === seeded) out[start] = average;
      }
    }
    if (averaging === 'simple') {
      for (; i < to; i++) {
        const mean = stepMean(slots, 1, trueRangeAt(high, low, close, i), period);
        if (i >= seeded) out[i] = mean;
      }
    } else {
      for (const end = Math.min(seeded, to); i < end; i++) average += trueRangeAt(high, low, close, i);
      if (i === seeded && i < to) {
        average = (average + trueRangeAt(high, low, close, i)) / period;
        out[i++] = average;
      }
      const keep = (period - 1) / period;
      const share = 1 / period;
      for (; i < to; i++) {
        average = average * keep + trueRangeAt(high, low, close, i) * share;
        out[i] = average;
      }
    }
    slots[0] = average;
  },
});
