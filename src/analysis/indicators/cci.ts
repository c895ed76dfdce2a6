import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars, choice } from './parameter.ts';

/** Deviation that rounding alone can leave in a flat window, as a share of the window's sum. */
const dust = 1e-14;

/**
 * Commodity channel index: the typical price's distance from its mean, in units of 0.015 mean absolute deviations.
 * A window without any deviation does not apply unless `flat` names the value a platform shows. Warm-up `period - 1` bars.
 * Source: Lambert 1980; TA-Lib CCI.
 */
export const cci = defineIndicator({
  id: 'cci',
  name: { en: 'Commodity channel index', zh: '顺势指标' },
  inputs: ['high', 'low', 'close'],
  parameters: { period: bars(20, 2), flat: choice(['none', '0'], { en: 'When flat', zh: '无波动时' }) },
  outputs: { cci: line('CCI') },
  pane: 'own',
  guides: [-100, 100],
  presets: { talib: { period: 14, flat: '0' }, tradingview: { period: 20, flat: 'none' }, tongdaxin: { period: 14, flat: 'none' } },
  source: 'Lambert 1980; TA-Lib CCI',
  warmUp: ({ period }) => period - 1,
  // One full turn of typical prices; the mean absolute deviation needs them all on every bar.
  slots: ({ period }) => period + 1,
  advance({ high, low, close }, { period, flat }, { cci: out }, memory, from, to) {
    const { start, slots } = memory;
    const first = start + period - 1;
    const whenFlat = flat === 'none' ? NaN : 0;
    const fours = period - 3;
    let sum = slots[period] as number;
    let place = (from - start) % period;
    for (let i = from; i < to; i++) {
      const typical = ((high[i] as number) + (low[i] as number) + (close[i] as number)) / 3;
      sum += typical - (slots[place] as number);
      slots[place] = typical;
      if (++place === period) {
        place = 0;
        // Once a turn the sum is taken afresh, so that rounding never piles up.
        sum = 0;
        for (let j = 0; j < period; j++) sum += slots[j] as number;
      }
      if (i < first) continue;
      const mean = sum / period;
      // Four sums side by side: one alone would wait for itself on every step.
      let one = 0;
      let two = 0;
      let three = 0;
      let four = 0;
      let j = 0;
      for (; j < fours; j += 4) {
        one += Math.abs((slots[j] as number) - mean);
        two += Math.abs((slots[j + 1] as number) - mean);
        three += Math.abs((slots[j + 2] as number) - mean);
        four += Math.abs((slots[j + 3] as number) - mean);
      }
      for (; j < period; j++) one += Math.abs((slots[j] as number) - mean);
      const deviation = one + two + three + four;
      out[i] = ((typical - mean) * period) / (0.015 * deviation);
      if (deviation <= Math.abs(sum) * dust) out[i] = whenFlat;
    }
    slots[period] = sum;
  },
});
