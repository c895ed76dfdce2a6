import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars, choice } from './parameter.ts';
import { trueRangeAt } from './true-range.ts';

/**
 * Directional movement: +DI, -DI and ADX by Wilder's sums. The first `period - 1` movements are summed (`short`, TA-Lib) or the first
 * `period` (`full`, TradingView), then each sum loses its `period`-th part and gains the new one; ADX starts at the mean of the first
 * `period` DX. A series that never moved does not apply unless `flat` names the value a platform shows.
 * Warm-up: +DI and -DI `period` bars, ADX 2·period - 1. Source: Wilder 1978; TA-Lib PLUS_DI, MINUS_DI, ADX; TradingView DMI.
 */
export const dmi = defineIndicator({
  id: 'dmi',
  name: { en: 'Directional movement (ADX)', zh: '动向指标' },
  inputs: ['high', 'low', 'close'],
  parameters: {
    period: bars(14, 2),
    start: choice(['short', 'full'], { en: 'Start', zh: '起始' }),
    flat: choice(['none', '0'], { en: 'When flat', zh: '无波动时' }),
  },
  outputs: { plusDi: line('+DI', 'PDI'), minusDi: line('-DI', 'MDI'), adx: line('ADX') },
  pane: 'own',
  guides: [25],
  presets: { talib: { start: 'short', flat: '0' }, tradingview: { start: 'full', flat: 'none' } },
  source: 'Wilder 1978; TA-Lib PLUS_DI, MINUS_DI, ADX',
  warmUp: ({ period }) => 2 * period - 1,
  slots: () => 4,
  advance({ high, low, close }, { period, start: begin, flat }, { plusDi, minusDi, adx }, memory, from, to) {
    const { start, slots } = memory;
    const seeded = start + period;
    const summed = begin === 'short' ? seeded : seeded + 1;
    const averaged = start + 2 * period - 1;
    const keep = (period - 1) / period;
    const share = 1 / period;
    const whenFlat = flat === 'none' ? NaN : 0;
    let plus = slots[0] as number;
    let minus = slots[1] as number;
    let ranges = slots[2] as number;
    let average = slots[3] as number;
    for (let i = Math.max(from, start + 1); i < to; i++) {
      const up = (high[i] as number) - (high[i - 1] as number);
      const down = (low[i - 1] as number) - (low[i] as number);
      const kept = i < summed ? 1 : keep;
      // Only the larger of the two counts, and only outward; multiplied in rather than branched on, see `trueRangeAt`.
      plus = plus * kept + ((up + Math.abs(up)) / 2) * Number(up > down);
      minus = minus * kept + ((down + Math.abs(down)) / 2) * Number(down > up);
      ranges = ranges * kept + trueRangeAt(high, low, close, i);
      if (i < seeded) continue;
      const perRange = 100 / ranges;
      plusDi[i] = plus * perRange;
      minusDi[i] = minus * perRange;
      const both = plus + minus;
      // Without directional movement there is no DX, and the average stays where it is.
      if (both > 0) {
        const dx = (100 * Math.abs(plus - minus)) / both;
        average = i > averaged ? average * keep + dx * share : average + dx;
      }
      if (i === averaged) average *= share;
      if (i >= averaged) adx[i] = average;
      if (ranges === 0) {
        plusDi[i] = whenFlat;
        minusDi[i] = whenFlat;
        if (i >= averaged) adx[i] = whenFlat;
      }
    }
    slots[0] = plus;
    slots[1] = minus;
    slots[2] = ranges;
    slots[3] = average;
  },
});
