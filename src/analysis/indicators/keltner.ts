import { emaStart } from './ema.ts';
import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars, decimal } from './parameter.ts';
import { emaAlpha, smoothingSlots, stepSmoothing } from './smoothing-cell.ts';
import { firstRange, trueRangeAt } from './true-range.ts';

/**
 * Keltner channel: an EMA of the close and `width` average true ranges (Wilder) either side. Warm-up: the longer of `period - 1` and
 * `atrPeriod` bars (one less where the first bar's own range counts). Source: Keltner 1960 as restated by Raschke.
 */
export const keltner = defineIndicator({
  id: 'keltner',
  name: { en: 'Keltner channel', zh: '肯特纳通道' },
  inputs: ['high', 'low', 'close'],
  parameters: {
    period: bars(20),
    width: decimal(2, 0.1, 10, 0.1, { en: 'Width', zh: '倍数' }),
    atrPeriod: bars(10, 1, { en: 'ATR period', zh: 'ATR 周期' }),
    start: emaStart,
    first: firstRange,
  },
  outputs: { upper: line('Upper', '上轨'), middle: line('Middle', '中轨'), lower: line('Lower', '下轨') },
  pane: 'price',
  presets: { definition: { first: 'none' }, tradingview: { first: 'own' } },
  source: 'Keltner 1960; Raschke',
  warmUp: keltnerWarmUp,
  slots: () => 2 * smoothingSlots,
  advance({ high, low, close }, parameters, { upper, middle, lower }, memory, from, to) {
    const { period, width, atrPeriod, start, first } = parameters;
    const { slots } = memory;
    const shown = memory.start + keltnerWarmUp(parameters);
    for (let i = from; i < to; i++) {
      const average = stepSmoothing(slots, 0, close[i] as number, period, emaAlpha(period), start);
      if (i === memory.start && first === 'none') continue;
      const reach = i === memory.start ? (high[i] as number) - (low[i] as number) : trueRangeAt(high, low, close, i);
      const range = stepSmoothing(slots, smoothingSlots, reach, atrPeriod, 1 / atrPeriod, 'mean');
      if (i < shown) continue;
      upper[i] = average + width * range;
      middle[i] = average;
      lower[i] = average - width * range;
    }
  },
});

interface KeltnerWindows {
  readonly period: number;
  readonly atrPeriod: number;
  readonly start: 'mean' | 'first';
  readonly first: 'none' | 'own';
}

function keltnerWarmUp({ period, atrPeriod, start, first }: KeltnerWindows): number {
  return Math.max(start === 'mean' ? period - 1 : 0, first === 'own' ? atrPeriod - 1 : atrPeriod);
}
