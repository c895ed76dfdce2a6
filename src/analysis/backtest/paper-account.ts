import { buyableQuantity, type TradingRules } from '../../shared/market-rules/market-rules.ts';
import type { BacktestSeries } from './backtest-series.ts';
import { fillAtOpen, type UnfilledReason } from './fill-at-open.ts';
import { orderCosts, type BrokerCosts } from './trade-costs.ts';

export interface BacktestTrade {
  readonly symbol: string;
  readonly entryDate: number;
  readonly entryPrice: number;
  readonly quantity: number;
  /** Null while the position is open; then the price is the last close. */
  readonly exitDate: number | null;
  readonly exitPrice: number;
  readonly costs: number;
  readonly profit: number;
  readonly returnPercent: number;
  readonly sessions: number;
}

export interface UnfilledOrder {
  readonly symbol: string;
  readonly date: number;
  readonly side: 'buy' | 'sell';
  readonly reason: UnfilledReason;
}

/** A session of a back-test: its date, and its place among all of them. */
export interface PlayedSession {
  readonly date: number;
  readonly day: number;
  /** The bar of a series on this date; null where it has none. */
  readonly barOf: (series: BacktestSeries) => number | null;
}

interface Position {
  readonly series: BacktestSeries;
  readonly entryBar: number;
  readonly entrySession: number;
  readonly price: number;
  readonly quantity: number;
  readonly costs: number;
  /** To be sold on the next date on which that can be done. */
  leaving: boolean;
}

/** The account that a back-test trades with: its cash, what it holds, and what became of its orders. Every order is filled at an open or not at all. */
export class PaperAccount {
  readonly trades: BacktestTrade[] = [];
  readonly unfilled: UnfilledOrder[] = [];
  /** Whether some order used rules that were not verified for its date. */
  assumedRules = false;
  readonly #broker: BrokerCosts;
  readonly #positions: Position[] = [];
  #cash: number;

  constructor(capital: number, broker: BrokerCosts) {
    this.#cash = capital;
    this.#broker = broker;
  }

  get positionCount(): number {
    return this.#positions.length;
  }

  held(series: BacktestSeries): Position | undefined {
    return this.#positions.find((position) => position.series === series);
  }

  /** Cash and what is held, at these prices. */
  worth(priceOf: (series: BacktestSeries) => number): number {
    return this.#cash + this.#positions.reduce((sum, { series, quantity }) => sum + priceOf(series) * quantity, 0);
  }

  /** Sells what is to be left. */
  sellLeaving({ date, day, barOf }: PlayedSession): void {
    for (const position of this.#positions.filter(({ leaving }) => leaving)) {
      const { series, quantity } = position;
      const refuse = (reason: UnfilledReason): number => this.unfilled.push({ symbol: series.symbol, date, side: 'sell', reason });
      const bar = barOf(series);
      if (bar === null) {
        refuse('suspended');
        continue;
      }
      const rules = this.#rulesOn(series, bar);
      const fill = fillAtOpen(series.bars, bar, 'sell', rules, this.#broker.slippageTicks);
      if (day - position.entrySession < rules.settlementSessions) refuse('settlement');
      else if (!fill.filled) refuse(fill.reason);
      else {
        const value = fill.price * quantity;
        const costs = orderCosts(rules, this.#broker, 'sell', value);
        this.#cash += value - costs;
        this.trades.push(tradeOf(position, fill.price, costs, date, day));
        this.#positions.splice(this.#positions.indexOf(position), 1);
      }
    }
  }

  /** Buys as much as `most` and the cash allow. */
  buy(series: BacktestSeries, { date, day, barOf }: PlayedSession, most: number): void {
    const refuse = (reason: UnfilledReason): number => this.unfilled.push({ symbol: series.symbol, date, side: 'buy', reason });
    const bar = barOf(series);
    if (bar === null) return void refuse('suspended');
    const rules = this.#rulesOn(series, bar);
    const fill = fillAtOpen(series.bars, bar, 'buy', rules, this.#broker.slippageTicks);
    if (!fill.filled) return void refuse(fill.reason);
    const { commissionRate, commissionMinimum } = this.#broker;
    const budget = Math.min(this.#cash, most);
    const rate = 1 + commissionRate + rules.buyRate;
    const afford = Math.min(budget / (fill.price * rate), (budget - commissionMinimum) / (fill.price * (1 + rules.buyRate)));
    const quantity = buyableQuantity(rules, Math.max(0, afford));
    if (!(quantity > 0)) return void refuse('lot');
    const value = fill.price * quantity;
    const costs = orderCosts(rules, this.#broker, 'buy', value);
    this.#cash -= value + costs;
    this.#positions.push({ series, entryBar: bar, entrySession: day, price: fill.price, quantity, costs, leaving: false });
  }

  /** What is still held, as trades without an end. */
  openTrades(priceOf: (series: BacktestSeries) => number, day: number): BacktestTrade[] {
    return this.#positions.map((position) => tradeOf(position, priceOf(position.series), 0, null, day));
  }

  #rulesOn(series: BacktestSeries, bar: number): TradingRules {
    const rules = series.rulesAt(bar);
    this.assumedRules ||= rules.assumed;
    return rules;
  }
}

function tradeOf(position: Position, price: number, exitCosts: number, exitDate: number | null, day: number): BacktestTrade {
  const { series, entryBar, quantity } = position;
  const costs = position.costs + exitCosts;
  const paid = position.price * quantity;
  const profit = price * quantity - paid - costs;
  return {
    symbol: series.symbol,
    entryDate: series.bars.time[entryBar] as number,
    entryPrice: position.price,
    quantity,
    exitDate,
    exitPrice: price,
    costs,
    profit,
    returnPercent: (profit / paid) * 100,
    sessions: day - position.entrySession,
  };
}
