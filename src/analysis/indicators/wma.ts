import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';
import { stepWeightedMean, weightedMeanSlots } from './weighted-mean-cell.ts';

/** Weighted moving average: weights 1..period, newest heaviest. Warm-up `period - 1` bars. Source: TA-Lib WMA. */
export const wma = defineIndicator({
  id: 'wma',
  name: { en: 'Weighted moving average', zh: '加权移动平均' },
  inputs: ['close'],
  parameters: { period: bars(20) },
  outputs: { wma: line('WMA') },
  pane: 'price',
  presets: { talib: {}, tradingview: {}, tongdaxin: {} },
  source: 'TA-Lib WMA; definition',
  warmUp: ({ period }) => period - 1,
  slots: ({ period }) => weightedMeanSlots(period),
  advance({ close }, { period }, { wma: out }, memory, from, to) {
    for (let i = from; i < to; i++) out[i] = stepWeightedMean(memory.slots, 0, close[i] as number, period);
  },
});
