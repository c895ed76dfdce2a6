import type { BarColumns } from '../../shared/bars.ts';
import { limitPrices, tickAt, type TradingRules } from '../../shared/market-rules/market-rules.ts';

/** Why an order was not filled on a day. */
export type UnfilledReason =
  /** No bar, or no volume: the symbol did not trade. */
  | 'suspended'
  /** The open stood at the limit against the order, so nobody took the other side. */
  | 'limit'
  /** The capital does not buy the smallest lot. */
  | 'lot'
  /** Bought too recently to be sold. */
  | 'settlement';

type Fill = { readonly filled: true; readonly price: number } | { readonly filled: false; readonly reason: UnfilledReason };

/**
 * Whether an order for the open of bar `i` is filled, and at what price: the open, worse by the slippage, on the tick and within the
 * day's limits. The limits follow from the close before; the first bar of a series has none.
 */
export function fillAtOpen(bars: BarColumns, i: number, side: 'buy' | 'sell', rules: TradingRules, slippageTicks: number): Fill {
  const open = bars.open[i] as number;
  if (!(open > 0) || (bars.volume[i] as number) === 0) return { filled: false, reason: 'suspended' };
  const { lower, upper } = i > 0 ? limitPrices(rules, bars.close[i - 1] as number) : { lower: 0, upper: Infinity };
  if (side === 'buy' ? open >= upper : open <= lower) return { filled: false, reason: 'limit' };
  const tick = tickAt(rules, open);
  if (tick === null || slippageTicks === 0) return { filled: true, price: open };
  const worse = open + (side === 'buy' ? 1 : -1) * slippageTicks * tick;
  const onTick = Number((Math.round(worse / tick) * tick).toPrecision(12));
  return { filled: true, price: Math.max(lower, tick, Math.min(upper, onTick)) };
}
