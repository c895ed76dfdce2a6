import { stepHighest, stepLowest } from './extreme-bar.ts';
import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars, choice } from './parameter.ts';

/**
 * Williams %R: how far the close lies below the high of the last `period` bars, as a share of their range: -100..0, or 0..100 with the
 * sign turned (Tongdaxin's WR). A flat range does not apply unless `flat` names the value a platform shows. Warm-up `period - 1` bars.
 * Source: Williams; TA-Lib WILLR; Tongdaxin WR.
 */
export const williamsR = defineIndicator({
  id: 'williams-r',
  name: { en: 'Williams %R', zh: '威廉指标' },
  inputs: ['high', 'low', 'close'],
  parameters: {
    period: bars(14),
    scale: choice(['-100..0', '0..100'], { en: 'Scale', zh: '刻度' }),
    flat: choice(['none', '0'], { en: 'When flat', zh: '无波动时' }),
  },
  outputs: { r: line('%R', 'WR') },
  pane: 'own',
  presets: {
    talib: { scale: '-100..0', flat: '0' },
    tradingview: { scale: '-100..0', flat: 'none' },
    tongdaxin: { period: 10, scale: '0..100', flat: 'none' },
  },
  source: 'Williams; TA-Lib WILLR; Tongdaxin WR (0..100)',
  warmUp: ({ period }) => period - 1,
  slots: () => 2,
  advance({ high, low, close }, { period, scale, flat }, { r }, { start, slots }, from, to) {
    const factor = scale === '0..100' ? 100 : -100;
    for (let i = from; i < to; i++) {
      const top = stepHighest(slots, 0, high, i, period, start);
      const bottom = stepLowest(slots, 1, low, i, period, start);
      if (i < start + period - 1) continue;
      r[i] = (factor * (top - (close[i] as number))) / (top - bottom);
      if (top === bottom) r[i] = flat === '0' ? 0 : NaN;
    }
  },
});
