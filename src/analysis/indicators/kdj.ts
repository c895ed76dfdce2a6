import { stepHighest, stepLowest } from './extreme-bar.ts';
import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars, choice } from './parameter.ts';

/**
 * KDJ: RSV is where the close stands in the range of the last `period` bars (0..100); K moves a `kPart`-th of the way to it, D a
 * `dPart`-th of the way to K, J = 3K - 2D. `fifty` waits for a full window and starts K and D at 50; `first` lets the window grow from
 * the first bar and starts K and D at the first RSV (Tongdaxin). A flat range does not apply, and K and D keep still, unless `flat`
 * names the RSV a platform takes. Warm-up `period - 1` bars, none for `first`. Source: Tongdaxin KDJ (9, 3, 3).
 */
export const kdj = defineIndicator({
  id: 'kdj',
  name: { en: 'KDJ', zh: '随机指标' },
  inputs: ['high', 'low', 'close'],
  parameters: {
    period: bars(9),
    kPart: bars(3, 1, { en: 'K smoothing', zh: 'K 平滑' }),
    dPart: bars(3, 1, { en: 'D smoothing', zh: 'D 平滑' }),
    start: choice(['fifty', 'first'], { en: 'Start', zh: '起始' }),
    flat: choice(['none', '50'], { en: 'When flat', zh: '无波动时' }),
  },
  outputs: { k: line('K'), d: line('D'), j: line('J') },
  pane: 'own',
  guides: [20, 80],
  presets: { definition: { start: 'fifty', flat: '50' }, tongdaxin: { start: 'first', flat: 'none' } },
  source: 'Tongdaxin KDJ (9, 3, 3)',
  warmUp: ({ period, start }) => (start === 'fifty' ? period - 1 : 0),
  slots: () => 5,
  advance({ high, low, close }, { period, kPart, dPart, start: begin, flat }, output, { start, slots }, from, to) {
    const { k, d, j } = output;
    for (let i = from; i < to; i++) {
      const top = stepHighest(slots, 0, high, i, period, start);
      const bottom = stepLowest(slots, 1, low, i, period, start);
      if (begin === 'fifty' && i < start + period - 1) continue;
      if (top === bottom && flat === 'none') {
        k[i] = NaN;
        d[i] = NaN;
        j[i] = NaN;
        continue;
      }
      const rsv = top === bottom ? 50 : (100 * ((close[i] as number) - bottom)) / (top - bottom);
      const started = (slots[2] as number) === 1;
      const seed = begin === 'fifty' ? 50 : rsv;
      const earlierK = started ? (slots[3] as number) : seed;
      const earlierD = started ? (slots[4] as number) : seed;
      const newK = ((kPart - 1) * earlierK + rsv) / kPart;
      const newD = ((dPart - 1) * earlierD + newK) / dPart;
      slots[2] = 1;
      slots[3] = newK;
      slots[4] = newD;
      k[i] = newK;
      d[i] = newD;
      j[i] = 3 * newK - 2 * newD;
    }
  },
});
