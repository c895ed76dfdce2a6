import { defineIndicator } from './indicator.ts';
import { line, plotted } from './output.ts';
import { bars, choice, decimal } from './parameter.ts';

/**
 * MACD: fast EMA less slow EMA, its own EMA as the signal, and their difference times `factor`.
 * Started at a `mean`, both averages start on the same bar (the fast one at the mean of the `fast` closes up to the slow one's first
 * bar) and nothing is shown before the signal; at their `own-mean`, each starts at the mean of its first closes and the line is shown
 * from the slow one's first bar. Either way the signal starts at the mean of the first `signal` values: warm-up slow + signal - 2 bars.
 * Started at the `first` close, every line exists from the first bar.
 * Source: Appel; TA-Lib MACD; TradingView MACD; Tongdaxin MACD (DIF, DEA, and a doubled histogram).
 */
export const macd = defineIndicator({
  id: 'macd',
  name: { en: 'MACD', zh: '指数平滑异同移动平均' },
  inputs: ['close'],
  parameters: {
    fast: bars(12, 1, { en: 'Fast', zh: '快线' }),
    slow: bars(26, 2, { en: 'Slow', zh: '慢线' }),
    signal: bars(9, 1, { en: 'Signal', zh: '信号线' }),
    start: choice(['mean', 'own-mean', 'first'], { en: 'Start', zh: '起始' }),
    factor: decimal(1, 1, 2, 1, { en: 'Histogram factor', zh: '柱线倍数' }),
  },
  outputs: { macd: line('DIF'), signal: line('DEA'), histogram: plotted('histogram', 'MACD') },
  pane: 'own',
  guides: [0],
  presets: {
    talib: { start: 'mean', factor: 1 },
    tradingview: { start: 'own-mean', factor: 1 },
    tongdaxin: { start: 'first', factor: 2 },
  },
  source: 'TA-Lib MACD; TradingView MACD; Tongdaxin MACD (histogram doubled)',
  warmUp: ({ fast, slow, signal, start }) => (start === 'first' ? 0 : Math.max(fast, slow) + signal - 2),
  slots: () => 3,
  advance({ close }, { fast, slow, signal, start, factor }, output, memory, from, to) {
    const { macd: line, signal: signalLine, histogram } = output;
    const longest = Math.max(fast, slow);
    const own = start === 'own-mean';
    const seeded = start === 'first' ? memory.start : memory.start + longest - 1;
    const shown = start === 'first' ? seeded : seeded + signal - 1;
    const fastAlpha = 2 / (fast + 1);
    const slowAlpha = 2 / (slow + 1);
    const signalAlpha = 2 / (signal + 1);
    let quick = memory.slots[0] as number;
    let lazy = memory.slots[1] as number;
    let smooth = memory.slots[2] as number;
    let i = Math.max(from, Math.min(seeded, to));
    if (i === seeded && i < to) {
      if (start === 'first') {
        quick = close[i] as number;
        lazy = quick;
      } else {
        quick = own ? averageUpTo(close, memory.start, i, fast) : meanUpTo(close, i, fast);
        lazy = own ? averageUpTo(close, memory.start, i, slow) : meanUpTo(close, i, slow);
      }
      smooth = quick - lazy;
      if (own) line[i] = smooth;
      if (i === shown) {
        line[i] = smooth;
        signalLine[i] = smooth;
        histogram[i] = 0;
      }
      i++;
    }
    for (const end = Math.min(shown, to); i < end; i++) {
      const value = close[i] as number;
      quick += (value - quick) * fastAlpha;
      lazy += (value - lazy) * slowAlpha;
      smooth += quick - lazy;
      if (own) line[i] = quick - lazy;
    }
    for (; i < to; i++) {
      const value = close[i] as number;
      quick += (value - quick) * fastAlpha;
      lazy += (value - lazy) * slowAlpha;
      const difference = quick - lazy;
      if (i === shown) smooth = (smooth + difference) / signal;
      else smooth += (difference - smooth) * signalAlpha;
      line[i] = difference;
      signalLine[i] = smooth;
      histogram[i] = (difference - smooth) * factor;
    }
    memory.slots[0] = quick;
    memory.slots[1] = lazy;
    memory.slots[2] = smooth;
  },
});

function meanUpTo(column: Float64Array, last: number, period: number): number {
  let sum = 0;
  for (let i = last - period + 1; i <= last; i++) sum += column[i] as number;
  return sum / period;
}

/** The EMA at bar `last` of a run from `start`, started at the mean of its first `period` values. */
function averageUpTo(column: Float64Array, start: number, last: number, period: number): number {
  let average = meanUpTo(column, start + period - 1, period);
  for (let i = start + period; i <= last; i++) average += ((column[i] as number) - average) * (2 / (period + 1));
  return average;
}
