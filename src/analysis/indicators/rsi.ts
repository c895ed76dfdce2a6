import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars, choice } from './parameter.ts';

/**
 * Relative strength index: average gain as a share of average gain plus average loss, 0..100.
 * `wilder` averages start at the mean of the first `period` changes; `wilder-first` ones at the first change (Tongdaxin's SMA);
 * `simple` ones are plain means of the last `period` changes (Cutler). Without any change the figure does not apply, unless `flat`
 * names the value a platform shows. Warm-up `period` bars (1 for `wilder-first`).
 * Source: Wilder, New Concepts in Technical Trading Systems (1978); TA-Lib RSI.
 */
export const rsi = defineIndicator({
  id: 'rsi',
  name: { en: 'Relative strength index', zh: '相对强弱指标' },
  inputs: ['close'],
  parameters: {
    period: bars(14, 2),
    averaging: choice(['wilder', 'wilder-first', 'simple'], { en: 'Averaging', zh: '平均方式' }),
    flat: choice(['none', '0', '100'], { en: 'When flat', zh: '无波动时' }),
  },
  outputs: { rsi: line('RSI') },
  pane: 'own',
  guides: [30, 70],
  presets: {
    talib: { averaging: 'wilder', flat: '0' },
    tradingview: { averaging: 'wilder', flat: '100' },
    tongdaxin: { period: 6, averaging: 'wilder-first', flat: 'none' },
  },
  source: 'Wilder 1978; TA-Lib RSI; Tongdaxin RSI (6, 12, 24); Cutler for simple means',
  warmUp: ({ period, averaging }) => (averaging === 'wilder-first' ? 1 : period),
  slots: () => 2,
  advance({ close }, { period, averaging, flat }, { rsi: out }, memory, from, to) {
    const whenFlat = flat === 'none' ? NaN : Number(flat);
    let gain = memory.slots[0] as number;
    let loss = memory.slots[1] as number;
    let i = Math.max(from, memory.start + 1);
    if (i < to) {
      let previous = close[i - 1] as number;
      const seeded = averaging === 'wilder-first' ? memory.start + 1 : memory.start + period;
      for (const end = Math.min(seeded, to); i < end; i++) {
        const change = (close[i] as number) - previous;
        previous = close[i] as number;
        if (change > 0) gain += change;
        else loss -= change;
      }
      if (i === seeded && i < to) {
        const count = averaging === 'wilder-first' ? 1 : period;
        const change = (close[i] as number) - previous;
        previous = close[i] as number;
        gain = (gain + Math.max(change, 0)) / count;
        loss = (loss + Math.max(-change, 0)) / count;
        out[i++] = gain + loss > 0 ? (100 * gain) / (gain + loss) : whenFlat;
      }
      if (averaging === 'simple') {
        for (; i < to; i++) {
          // Summed afresh: a running sum would leave dust where the last change dropped out, and flat must be exactly flat.
          gain = 0;
          loss = 0;
          for (let j = i - period + 1; j <= i; j++) {
            const change = (close[j] as number) - (close[j - 1] as number);
            if (change > 0) gain += change;
            else loss -= change;
          }
          out[i] = gain + loss > 0 ? (100 * gain) / (gain + loss) : whenFlat;
        }
      } else {
        const keep = (period - 1) / period;
        const halfShare = 0.5 / period;
        for (; i < to; i++) {
          const value = close[i] as number;
          const change = value - previous;
          const size = Math.abs(change);
          previous = value;
          gain = gain * keep + (size + change) * halfShare;
          loss = loss * keep + (size - change) * halfShare;
          out[i] = (100 * gain) / (gain + loss);
          if (gain + loss === 0) out[i] = whenFlat;
        }
      }
    }
    memory.slots[0] = gain;
    memory.slots[1] = loss;
  },
});
