import { defineIndicator } from './indicator.ts';
import { plotted } from './output.ts';
import { decimal } from './parameter.ts';

/**
 * Parabolic stop and reverse. It starts on the second bar, short when the first step's downward movement prevails, else long; the stop
 * moves towards the extreme by an acceleration that grows by `step` with each new extreme up to `limit`, never past the last two bars.
 * Warm-up 1 bar. Source: Wilder 1978; TA-Lib SAR.
 */
export const sar = defineIndicator({
  id: 'sar',
  name: { en: 'Parabolic SAR', zh: '抛物线转向' },
  inputs: ['high', 'low'],
  parameters: {
    step: decimal(0.02, 0.001, 1, 0.001, { en: 'Step', zh: '步长' }),
    limit: decimal(0.2, 0.001, 1, 0.001, { en: 'Limit', zh: '极限' }),
  },
  outputs: { sar: plotted('dots', 'SAR') },
  pane: 'price',
  presets: { talib: {} },
  source: 'Wilder 1978; TA-Lib SAR',
  warmUp: () => 1,
  slots: () => 4,
  // Written for a rising trend; a falling one is the same with every price negated and high and low exchanged.
  advance({ high, low }, { step, limit }, { sar: out }, { start, slots }, from, to) {
    let side = slots[0] as number;
    let stop = slots[1] as number;
    let extreme = slots[2] as number;
    let pace = slots[3] as number;
    for (let i = Math.max(from, start + 1); i < to; i++) {
      const first = i === start + 1;
      if (first) {
        const up = (high[i] as number) - (high[i - 1] as number);
        const down = (low[i - 1] as number) - (low[i] as number);
        side = down > 0 && down > up ? -1 : 1;
        stop = side > 0 ? (low[i - 1] as number) : -(high[i - 1] as number);
        extreme = side > 0 ? (high[i] as number) : -(low[i] as number);
        pace = Math.min(step, limit);
      }
      let top = side > 0 ? (high[i] as number) : -(low[i] as number);
      let bottom = side > 0 ? (low[i] as number) : -(high[i] as number);
      // The first stop has no bar before it to stay clear of but its own.
      const before = first ? i : i - 1;
      let earlierBottom = side > 0 ? (low[before] as number) : -(high[before] as number);
      if (bottom <= stop) {
        const earlierTop = side > 0 ? (high[before] as number) : -(low[before] as number);
        side = -side;
        stop = -Math.max(extreme, earlierTop, top);
        [top, bottom] = [-bottom, -top];
        earlierBottom = -earlierTop;
        out[i] = side * stop;
        pace = Math.min(step, limit);
        extreme = top;
      } else {
        out[i] = side * stop;
        if (top > extreme) {
          extreme = top;
          pace = Math.min(pace + step, limit);
        }
      }
      stop = Math.min(stop + pace * (extreme - stop), earlierBottom, bottom);
    }
    slots[0] = side;
    slots[1] = stop;
    slots[2] = extreme;
    slots[3] = pace;
  },
});
