import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';
import { refreshEvery, sumOf } from './window-sums.ts';

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
    let i = Math.max(from, Math.min(first, to));
    const block = refreshEvery(period);
    while (i < to) {
      const age = (i - first) % block;
      if (age === 0) sum = sumOf(close, i - period + 1, i);
      for (const end = Math.min(to, i + block - age); i < end; i++) {
        sum += close[i] as number;
        out[i] = sum / period;
        sum -= close[i - period + 1] as number;
      }
    }
    memory.slots[0] = sum;
  },
});
