import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';

/**
 * Rolling VWAP: the last `period` bars' typical prices (high + low + close) / 3 weighted by volume. A window without volume does not
 * apply. Warm-up `period - 1` bars. Source: definition.
 */
export const rollingVwap = defineIndicator({
  id: 'rolling-vwap',
  name: { en: 'Rolling VWAP', zh: '滚动成交均价' },
  inputs: ['high', 'low', 'close', 'volume'],
  parameters: { period: bars(20) },
  outputs: { vwap: line('VWAP', '均价') },
  pane: 'price',
  presets: { definition: {} },
  source: 'definition',
  warmUp: ({ period }) => period - 1,
  slots: () => 0,
  advance({ high, low, close, volume }, { period }, { vwap }, { start }, from, to) {
    for (let i = Math.max(from, start + period - 1); i < to; i++) {
      // Summed afresh: a running sum of fractional volumes would not come back to exactly nothing.
      let value = 0;
      let traded = 0;
      for (let j = i - period + 1; j <= i; j++) {
        const shares = volume[j] as number;
        value += (((high[j] as number) + (low[j] as number) + (close[j] as number)) / 3) * shares;
        traded += shares;
      }
      vwap[i] = value / traded;
    }
  },
});
