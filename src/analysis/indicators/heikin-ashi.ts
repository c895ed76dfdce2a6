import { defineIndicator } from './indicator.ts';
import { plotted } from './output.ts';

/**
 * Heikin-Ashi candles: close = mean of the bar's four prices; open = mean of the previous Heikin-Ashi open and close (of the bar's own
 * open and close on the first bar); high and low reach over both. No warm-up. Source: Valcu 2004.
 */
export const heikinAshi = defineIndicator({
  id: 'heikin-ashi',
  name: { en: 'Heikin-Ashi candles', zh: '平均K线' },
  inputs: ['open', 'high', 'low', 'close'],
  parameters: {},
  outputs: {
    open: plotted('candle', 'Open', '开'),
    high: plotted('candle', 'High', '高'),
    low: plotted('candle', 'Low', '低'),
    close: plotted('candle', 'Close', '收'),
  },
  pane: 'price',
  presets: { definition: {}, tradingview: {} },
  source: 'Valcu, Stocks & Commodities 2004',
  warmUp: () => 0,
  slots: () => 2,
  advance(input, _parameters, output, { start, slots }, from, to) {
    for (let i = from; i < to; i++) {
      const open = input.open[i] as number;
      const high = input.high[i] as number;
      const low = input.low[i] as number;
      const close = input.close[i] as number;
      const mean = (open + high + low + close) / 4;
      const first = i === start ? (open + close) / 2 : ((slots[0] as number) + (slots[1] as number)) / 2;
      output.open[i] = first;
      output.high[i] = Math.max(high, first, mean);
      output.low[i] = Math.min(low, first, mean);
      output.close[i] = mean;
      slots[0] = first;
      slots[1] = mean;
    }
  },
});
