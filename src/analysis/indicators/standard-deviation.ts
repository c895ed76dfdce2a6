import { deviationOf } from './bollinger.ts';
import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';
import { deviationFrom, refreshEvery, squaresOf, sumOf } from './window-sums.ts';

/** Standard deviation of the last `period` closes. Warm-up `period - 1` bars. Source: TA-Lib STDDEV (population). */
export const standardDeviation = defineIndicator({
  id: 'standard-deviation',
  name: { en: 'Standard deviation', zh: '标准差' },
  inputs: ['close'],
  parameters: { period: bars(20, 2), deviation: deviationOf },
  outputs: { deviation: line('SD', '标准差') },
  pane: 'own',
  presets: { talib: { deviation: 'population' }, tradingview: { deviation: 'population' }, tongdaxin: { deviation: 'sample' } },
  source: 'TA-Lib STDDEV; Tongdaxin STD (sample)',
  warmUp: ({ period }) => period - 1,
  slots: () => 2,
  advance({ close }, { period, deviation }, { deviation: out }, memory, from, to) {
    const first = memory.start + period - 1;
    const scale = deviation === 'sample' ? Math.sqrt(period / (period - 1)) : 1;
    let sum = memory.slots[0] as number;
    let squares = memory.slots[1] as number;
    const block = refreshEvery(period);
    for (let i = Math.max(from, first); i < to; i++) {
      if ((i - first) % block === 0) {
        sum = sumOf(close, i - period + 1, i);
        squares = squaresOf(close, i - period + 1, i);
      }
      const value = close[i] as number;
      sum += value;
      squares += value * value;
      out[i] = scale * deviationFrom(sum / period, squares / period);
      const oldest = close[i - period + 1] as number;
      sum -= oldest;
      squares -= oldest * oldest;
    }
    memory.slots[0] = sum;
    memory.slots[1] = squares;
  },
});
