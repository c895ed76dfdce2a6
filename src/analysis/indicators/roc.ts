import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';

/** Rate of change: percent change over `period` bars. Warm-up `period` bars. Source: TA-Lib ROC; Tongdaxin ROC. */
export const roc = defineIndicator({
  id: 'roc',
  name: { en: 'Rate of change', zh: '变动率' },
  inputs: ['close'],
  parameters: { period: bars(10) },
  outputs: { roc: line('ROC') },
  pane: 'own',
  guides: [0],
  needsPositivePrices: true,
  presets: { talib: { period: 10 }, tradingview: { period: 9 }, tongdaxin: { period: 12 } },
  source: 'TA-Lib ROC; Tongdaxin ROC',
  warmUp: ({ period }) => period,
  slots: () => 0,
  advance({ close }, { period }, { roc: out }, memory, from, to) {
    for (let i = Math.max(from, memory.start + period); i < to; i++) {
      out[i] = ((close[i] as number) / (close[i - period] as number) - 1) * 100;
    }
  },
});
