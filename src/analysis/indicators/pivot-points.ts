import { defineIndicator } from './indicator.ts';
import { plotted } from './output.ts';

/**
 * Pivot points from the bar before: P = (high + low + close) / 3, R1 = 2P - low, S1 = 2P - high, R2 = P + range, S2 = P - range.
 * Warm-up 1 bar. Source: floor traders' pivots.
 */
export const pivotPoints = defineIndicator({
  id: 'pivot-points',
  name: { en: 'Pivot points', zh: '枢轴点' },
  inputs: ['high', 'low', 'close'],
  parameters: {},
  outputs: {
    pivot: plotted('step', 'P'),
    resistance1: plotted('step', 'R1'),
    resistance2: plotted('step', 'R2'),
    support1: plotted('step', 'S1'),
    support2: plotted('step', 'S2'),
  },
  pane: 'price',
  presets: { definition: {}, tradingview: {} },
  source: "Floor traders' pivots",
  warmUp: () => 1,
  slots: () => 0,
  advance({ high, low, close }, _parameters, output, { start }, from, to) {
    for (let i = Math.max(from, start + 1); i < to; i++) {
      const top = high[i - 1] as number;
      const bottom = low[i - 1] as number;
      const pivot = (top + bottom + (close[i - 1] as number)) / 3;
      output.pivot[i] = pivot;
      output.resistance1[i] = 2 * pivot - bottom;
      output.resistance2[i] = pivot + top - bottom;
      output.support1[i] = 2 * pivot - top;
      output.support2[i] = pivot - top + bottom;
    }
  },
});
