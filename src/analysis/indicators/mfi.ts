import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars, choice } from './parameter.ts';

/**
 * Money flow index: the share of the last `period` bars' traded value (typical price × volume) that came with a rising typical price,
 * 0..100. Without any flow it does not apply, unless `flat` names the value a platform shows. Warm-up `period` bars.
 * Source: Quong and Soudack 1989; TA-Lib MFI.
 */
export const mfi = defineIndicator({
  id: 'mfi',
  name: { en: 'Money flow index', zh: '资金流量指标' },
  inputs: ['high', 'low', 'close', 'volume'],
  parameters: { period: bars(14, 2), flat: choice(['none', '0'], { en: 'When flat', zh: '无波动时' }) },
  outputs: { mfi: line('MFI') },
  pane: 'own',
  guides: [20, 80],
  presets: { talib: { flat: '0' }, tradingview: { flat: 'none' }, tongdaxin: { flat: 'none' } },
  source: 'Quong and Soudack 1989; TA-Lib MFI',
  warmUp: ({ period }) => period,
  // The last typical price, then one turn of signed flows.
  slots: ({ period }) => 1 + period,
  advance({ high, low, close, volume }, { period, flat }, { mfi: out }, { start, slots }, from, to) {
    for (let i = from; i < to; i++) {
      const typical = ((high[i] as number) + (low[i] as number) + (close[i] as number)) / 3;
      const previous = i === start ? typical : (slots[0] as number);
      slots[0] = typical;
      slots[1 + ((i - start) % period)] = Math.sign(typical - previous) * typical * (volume[i] as number);
      if (i < start + period) continue;
      let inflow = 0;
      let outflow = 0;
      for (let j = 1; j <= period; j++) {
        const flow = slots[j] as number;
        if (flow > 0) inflow += flow;
        else outflow -= flow;
      }
      out[i] = (100 * inflow) / (inflow + outflow);
      if (inflow + outflow === 0 && flat === '0') out[i] = 0;
    }
  },
});
