import type { TradingRules } from '../../shared/market-rules/market-rules.ts';

/** What the broker takes, beside the taxes and fees of the market's rules. */
export interface BrokerCosts {
  /** Share of the traded value. */
  readonly commissionRate: number;
  /** Least commission of an order, in currency. */
  readonly commissionMinimum: number;
  /** Ticks by which a fill is worse than the price aimed at. */
  readonly slippageTicks: number;
}

/** Commission, taxes and fees of an order in currency. */
export function orderCosts(rules: Pick<TradingRules, 'buyRate' | 'sellRate'>, broker: BrokerCosts, side: 'buy' | 'sell', value: number): number {
  return Math.max(broker.commissionMinimum, value * broker.commissionRate) + value * (side === 'buy' ? rules.buyRate : rules.sellRate);
}
