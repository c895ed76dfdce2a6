import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';

/**
 * Anchored VWAP: typical prices (high + low + close) / 3 weighted by volume from the first bar at or after `anchor` on (a trading date
 * for daily and longer bars, a UTC time in milliseconds for intraday ones). Before the anchor and without volume it does not apply. No
 * warm-up. Source: definition.
 */
export const anchoredVwap = defineIndicator({
  id: 'anchored-vwap',
  name: { en: 'Anchored VWAP', zh: '锚定成交均价' },
  inputs: ['time', 'high', 'low', 'close', 'volume'],
  parameters: { anchor: { kind: 'number', label: { en: 'Anchor', zh: '锚点' }, min: -1e15, max: 1e15, step: 1, default: -1e15 } },
  outputs: { vwap: line('AVWAP', '锚定均价') },
  pane: 'price',
  presets: { definition: {} },
  source: 'definition',
  warmUp: () => 0,
  slots: () => 2,
  advance({ time, high, low, close, volume }, { anchor }, { vwap }, { slots }, from, to) {
    for (let i = from; i < to; i++) {
      if ((time[i] as number) < anchor) {
        vwap[i] = NaN;
        continue;
      }
      const typical = ((high[i] as number) + (low[i] as number) + (close[i] as number)) / 3;
      slots[0] = (slots[0] as number) + typical * (volume[i] as number);
      slots[1] = (slots[1] as number) + (volume[i] as number);
      vwap[i] = (slots[0] as number) / (slots[1] as number);
    }
  },
});
