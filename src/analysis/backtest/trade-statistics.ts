/** What closed trades say of a rule; an open position says nothing yet. */
export interface TradeStatistics {
  readonly closedTrades: number;
  /** Trades with a profit ÷ trades; null without any. */
  readonly winRate: number | null;
  /** Mean profit of the winners ÷ mean loss of the losers; null where one of them is missing. */
  readonly payoffRatio: number | null;
  /** Sum of the profits ÷ sum of the losses; null without a loss. */
  readonly profitFactor: number | null;
}

export function tradeStatistics(closed: readonly { readonly profit: number }[]): TradeStatistics {
  const wins = closed.filter(({ profit }) => profit > 0);
  const losses = closed.filter(({ profit }) => profit < 0);
  const gained = wins.reduce((sum, { profit }) => sum + profit, 0);
  const lost = -losses.reduce((sum, { profit }) => sum + profit, 0);
  return {
    closedTrades: closed.length,
    winRate: closed.length > 0 ? wins.length / closed.length : null,
    payoffRatio: wins.length > 0 && losses.length > 0 ? gained / wins.length / (lost / losses.length) : null,
    profitFactor: losses.length > 0 ? gained / lost : null,
  };
}
