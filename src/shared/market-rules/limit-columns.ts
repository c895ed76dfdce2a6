import type { BarColumns } from '../bars.ts';
import { limitPrices, type TradingRules } from './market-rules.ts';

/** The price limits of each bar, from the close before it: 0 and infinite where there is none, NaN on the first bar. */
export function limitColumns(bars: Pick<BarColumns, 'close'>, rulesAt: (bar: number) => TradingRules): { readonly lower: Float64Array; readonly upper: Float64Array } {
  const lower = new Float64Array(bars.close.length).fill(NaN);
  const upper = new Float64Array(bars.close.length).fill(NaN);
  for (let bar = 1; bar < bars.close.length; bar += 1) {
    const limits = limitPrices(rulesAt(bar), bars.close[bar - 1] as number);
    lower[bar] = limits.lower;
    upper[bar] = limits.upper;
  }
  return { lower, upper };
}
