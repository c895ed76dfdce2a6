import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars, choice } from './parameter.ts';

/**
 * How a recursive average starts: `mean` waits for the first `period` values and starts at their mean (TA-Lib, TradingView);
 * `first` starts at the first value itself (Tongdaxin, and the usual recursive definition).
 */
export const emaStart = choice(['mean', 'first'], { en: 'Start', zh: '起始' });

/**
 * Exponential moving average: each value moves the average by 2 / (period + 1) of its distance.
 * Warm-up `period - 1` bars when started at a mean, none when started at the first value. Source: TA-Lib EMA; Tongdaxin EMA.
 */
export const ema = defineIndicator({
  id: 'ema',
  name: { en: 'Exponential moving average', zh: '指数移动平均' },
  inputs: ['close'],
  parameters: { period: bars(20), start: emaStart },
  outputs: { ema: line('EMA') },
  pane: 'price',
  presets: { talib: { start: 'mean' }, tradingview: { start: 'mean' }, tongdaxin: { start: 'first' } },
  source: 'TA-Lib EMA (seeded with a mean); Tongdaxin EMA (started at the first value)',
  warmUp: ({ period, start }) => (start === 'mean' ? period - 1 : 0),
  slots: () => 1,
  advance({ close }, { period, start }, { ema: out }, memory, from, to) {
    const alpha = 2 / (period + 1);
    let average = memory.slots[0] as number;
    let i = from;
    if (start === 'first') {
      if (i === memory.start) {
        average = close[i] as number;
        out[i++] = average;
      }
    } else {
      const first = memory.start + period - 1;
      for (const end = Math.min(first, to); i < end; i++) average += close[i] as number;
      if (i === first && i < to) {
        average = (average + (close[i] as number)) / period;
        out[i++] = average;
      }
    }
    for (; i < to; i++) {
      average += ((close[i] as number) - average) * alpha;
      out[i] = average;
    }
    memory.slots[0] = average;
  },
});
