import { defineIndicator } from './indicator.ts';
import { line, plotted } from './output.ts';
import { bars } from './parameter.ts';

/**
 * Relative strength against a benchmark (index or industry) on the same bars: the price ratio, 100 on the first bar, and how many
 * percent the price gained over the benchmark in `period` bars. Warm-up: none for the ratio, `period` bars for the gain.
 * Source: definition; Levy 1967.
 */
export const relativeStrength = defineIndicator({
  id: 'relative-strength',
  name: { en: 'Relative strength', zh: '相对强度' },
  inputs: ['close', 'benchmark'],
  parameters: { period: bars(60) },
  outputs: { ratio: line('Ratio', '比价'), excess: plotted('histogram', 'Excess %', '超额 %') },
  pane: 'own',
  needsPositivePrices: true,
  presets: { definition: {} },
  source: 'Levy 1967',
  warmUp: ({ period }) => period,
  slots: () => 0,
  advance({ close, benchmark }, { period }, { ratio, excess }, { start }, from, to) {
    const base = (close[start] as number) / (benchmark[start] as number);
    for (let i = from; i < to; i++) {
      ratio[i] = (100 * (close[i] as number)) / (benchmark[i] as number) / base;
      if (i < start + period) continue;
      const own = (close[i] as number) / (close[i - period] as number);
      const theirs = (benchmark[i] as number) / (benchmark[i - period] as number);
      excess[i] = (own / theirs - 1) * 100;
    }
  },
});
