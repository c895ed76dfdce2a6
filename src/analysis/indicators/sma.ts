import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';

/** Simple moving average: the mean of the last `period` values. Source: TA-Lib SMA; the definition. */
export const sma = defineIndicator({
  id: 'sma',
  name: { en: 'Simple moving average', zh: '简单移动平均' },
  inputs: ['close'],
  parameters: { period: bars(20) },
  outputs: { sma: line('MA') },
  pane: 'price',
  presets: { talib: {}, tradingview: {}, tongdaxin: {} },
  source: 'TA-Lib SMA; definition',
  warmUp: ({ period }) => period - 1,
  slots: () => 1,
  advance({ close }, { period }, { sma: out }, memory, from, to) {
    const first = memory.start + period - 1;
    let sum = memory.slots[0] as number;
    let i = from;
    for (const end = Math.min(first, to); i < end; i++) sum += close[i] as number;
    for (; i < to; i++) {
      sum += close[i] as number;
      out[i] = sum / period;
      sum -= close[i - period + 1] as number;
    }
    memory.slots[0] = sum;
  },
});
