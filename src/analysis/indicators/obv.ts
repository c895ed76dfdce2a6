import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { choice } from './parameter.ts';

/**
 * On-balance volume: volume added on rising closes and taken off on falling ones. It starts at the first bar's volume (TA-Lib) or at
 * zero, a constant difference. No warm-up. Source: Granville 1963; TA-Lib OBV.
 */
export const obv = defineIndicator({
  id: 'obv',
  name: { en: 'On-balance volume', zh: '能量潮' },
  inputs: ['close', 'volume'],
  parameters: { start: choice(['volume', 'zero'], { en: 'Start', zh: '起始' }) },
  outputs: { obv: line('OBV') },
  pane: 'own',
  presets: { talib: { start: 'volume' }, tradingview: { start: 'zero' }, tongdaxin: { start: 'zero' } },
  source: 'Granville 1963; TA-Lib OBV',
  warmUp: () => 0,
  slots: () => 1,
  advance({ close, volume }, { start }, { obv: out }, memory, from, to) {
    let total = memory.slots[0] as number;
    let i = from;
    if (i === memory.start) {
      total = start === 'volume' ? (volume[i] as number) : 0;
      out[i++] = total;
    }
    let previous = close[i - 1] as number;
    for (; i < to; i++) {
      const value = close[i] as number;
      // Multiplied by the sign instead of branching on it: up and down bars alternate too evenly to be predicted.
      total += (volume[i] as number) * (Number(value > previous) - Number(value < previous));
      previous = value;
      out[i] = total;
    }
    memory.slots[0] = total;
  },
});
