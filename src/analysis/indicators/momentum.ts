import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';

/** Momentum: the close less the close `period` bars ago. Warm-up `period` bars. Source: TA-Lib MOM; Tongdaxin MTM. */
export const momentum = defineIndicator({
  id: 'momentum',
  name: { en: 'Momentum', zh: '动量线' },
  inputs: ['close'],
  parameters: { period: bars(10) },
  outputs: { momentum: line('MOM', 'MTM') },
  pane: 'own',
  guides: [0],
  presets: { talib: { period: 10 }, tradingview: { period: 10 }, tongdaxin: { period: 12 } },
  source: 'TA-Lib MOM; Tongdaxin MTM',
  warmUp: ({ period }) => period,
  slots: () => 0,
  advance({ close }, { period }, { momentum: out }, memory, from, to) {
    for (let i = Math.max(from, memory.start + period); i < to; i++) out[i] = (close[i] as number) - (close[i - period] as number);
  },
});
