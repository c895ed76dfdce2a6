import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars, choice, decimal } from './parameter.ts';
import { deviationFrom, refreshEvery, squaresOf, sumOf } from './window-sums.ts';

/** Which deviation: of the window as a whole population (divide by n) or as a sample (divide by n - 1). */
export const deviationOf = choice(['population', 'sample'], { en: 'Deviation', zh: '标准差口径' });

/**
 * Bollinger bands: the mean of the last `period` closes and `width` deviations either side. Warm-up `period - 1` bars.
 * Source: Bollinger; TA-Lib BBANDS (population); Tongdaxin BOLL (sample).
 */
export const bollinger = defineIndicator({
  id: 'bollinger',
  name: { en: 'Bollinger bands', zh: '布林线' },
  inputs: ['close'],
  parameters: { period: bars(20, 2), width: decimal(2, 0.1, 10, 0.1, { en: 'Deviations', zh: '倍数' }), deviation: deviationOf },
  outputs: { upper: line('Upper', '上轨'), middle: line('Middle', '中轨'), lower: line('Lower', '下轨') },
  pane: 'price',
  presets: { talib: { deviation: 'population' }, tradingview: { deviation: 'population' }, tongdaxin: { deviation: 'sample' } },
  source: 'Bollinger; TA-Lib BBANDS; Tongdaxin BOLL (sample deviation)',
  warmUp: ({ period }) => period - 1,
  slots: () => 2,
  advance({ close }, { period, width, deviation }, { upper, middle, lower }, memory, from, to) {
    const first = memory.start + period - 1;
    const reach = deviation === 'sample' ? width * Math.sqrt(period / (period - 1)) : width;
    let sum = memory.slots[0] as number;
    let squares = memory.slots[1] as number;
    const block = refreshEvery(period);
    let i = Math.max(from, Math.min(first, to));
    while (i < to) {
      const age = (i - first) % block;
      if (age === 0) {
        sum = sumOf(close, i - period + 1, i);
        squares = squaresOf(close, i - period + 1, i);
      }
      for (const end = Math.min(to, i + block - age); i < end; i++) {
        const value = close[i] as number;
        sum += value;
        squares += value * value;
        const mean = sum / period;
        const half = reach * deviationFrom(mean, squares / period);
        middle[i] = mean;
        upper[i] = mean + half;
        lower[i] = mean - half;
        const oldest = close[i - period + 1] as number;
        sum -= oldest;
        squares -= oldest * oldest;
      }
    }
    memory.slots[0] = sum;
    memory.slots[1] = squares;
  },
});
