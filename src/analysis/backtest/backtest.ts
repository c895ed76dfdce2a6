import { AppError } from '../../shared/app-error.ts';
import type { BarColumns } from '../../shared/bars.ts';
import { buyableQuantity, type TradingRules } from '../../shared/market-rules/market-rules.ts';
import { fillAtOpen, type UnfilledReason } from './fill-at-open.ts';
import { orderCosts, type BrokerCosts } from './trade-costs.ts';
import { tradeStatistics, type TradeStatistics } from './trade-statistics.ts';

export interface BacktestSeries {
  readonly symbol: string;
  readonly bars: BarColumns;
  /** Whether to be in and whether to be out after the close of each bar: 1 yes, 0 no, -1 unknown. From `evaluateRule`. */
  readonly entry: Int8Array;
  readonly exit: Int8Array;
  /** The market's rules on bar `i`. */
  readonly rulesAt: (i: number) => TradingRules;
}

export interface BacktestOptions {
  readonly capital: number;
  /** Percent of the worth at the time that goes into one position. */
  readonly positionPercent: number;
  readonly maxPositions: number;
  readonly broker: BrokerCosts;
  /** First and last date (`TradingDate`) on which orders may be filled; the whole series without them. */
  readonly from?: number;
  readonly to?: number;
  /** Session dates of the exchange's calendar: on one without a bar a symbol was suspended. Without them only bars make dates. */
  readonly sessions?: readonly number[];
}

interface BacktestTrade {
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

interface UnfilledOrder {
  readonly symbol: string;
  readonly date: number;
  readonly side: 'buy' | 'sell';
  readonly reason: UnfilledReason;
}

export interface Backtest extends TradeStatistics {
  readonly trades: readonly BacktestTrade[];
  readonly unfilled: readonly UnfilledOrder[];
  /** Worth at the close of every date. */
  readonly dates: Float64Array;
  readonly equity: Float64Array;
  /** Share of the dates on which orders may be filled that something was held on. */
  readonly exposure: number;
  /** Whether some order used rules that were not verified for its date. */
  readonly assumedRules: boolean;
}

interface Position {
  readonly series: BacktestSeries;
  readonly entryBar: number;
  readonly entrySession: number;
  readonly price: number;
  readonly quantity: number;
  readonly costs: number;
  leaving: boolean;
}

/**
 * Plays rules over the past. After the close of a date the rules decide; orders are filled at the open of the next session, or
 * not at all: a buy lives for that one date, a sell is tried on every date until it is filled. Positions are long only and taken in the order of the series.
 * Nothing on a date looks at a later one, so the trades until any date are the same when everything after it is deleted.
 */
export function backtest(series: readonly BacktestSeries[], options: BacktestOptions): Backtest {
  check(options);
  const dates = sessionDates(series, options.sessions ?? []);
  const next = new Map(series.map((one) => [one, 0]));
  const positions: Position[] = [];
  const trades: BacktestTrade[] = [];
  const unfilled: UnfilledOrder[] = [];
  const equity = new Float64Array(dates.length);
  let wanted: BacktestSeries[] = [];
  let [cash, playedDates, heldDates, assumedRules] = [options.capital, 0, 0, false];

  const rulesOn = (one: BacktestSeries, bar: number): TradingRules => {
    const rules = one.rulesAt(bar);
    assumedRules ||= rules.assumed;
    return rules;
  };

  for (let day = 0; day < dates.length; day += 1) {
    const date = dates[day] as number;
    const isOpen = date >= (options.from ?? -Infinity) && date <= (options.to ?? Infinity);
    const worthBefore = day > 0 ? (equity[day - 1] as number) : options.capital;
    const barOf = (one: BacktestSeries): number | null => {
      const bar = next.get(one) ?? 0;
      return one.bars.time[bar] === date ? bar : null;
    };

    for (const position of positions.filter(({ leaving }) => leaving && isOpen)) {
      const refuse = (reason: UnfilledReason): number => unfilled.push({ symbol: position.series.symbol, date, side: 'sell', reason });
      const bar = barOf(position.series);
      if (bar === null) {
        refuse('suspended');
        continue;
      }
      const rules = rulesOn(position.series, bar);
      const fill = fillAtOpen(position.series.bars, bar, 'sell', rules, options.broker.slippageTicks);
      if (day - position.entrySession < rules.settlementSessions) refuse('settlement');
      else if (!fill.filled) refuse(fill.reason);
      else {
        const value = fill.price * position.quantity;
        const costs = orderCosts(rules, options.broker, 'sell', value);
        cash += value - costs;
        trades.push(tradeOf(position, fill.price, costs, date, day));
        positions.splice(positions.indexOf(position), 1);
      }
    }

    for (const one of isOpen ? wanted : []) {
      if (positions.length >= options.maxPositions) break;
      const refuse = (reason: UnfilledReason): number => unfilled.push({ symbol: one.symbol, date, side: 'buy', reason });
      const bar = barOf(one);
      if (bar === null) {
        refuse('suspended');
        continue;
      }
      const rules = rulesOn(one, bar);
      const fill = fillAtOpen(one.bars, bar, 'buy', rules, options.broker.slippageTicks);
      if (!fill.filled) {
        refuse(fill.reason);
        continue;
      }
      const budget = Math.min(cash, (worthBefore * options.positionPercent) / 100);
      const rate = 1 + options.broker.commissionRate + rules.buyRate;
      const afford = Math.min(budget / (fill.price * rate), (budget - options.broker.commissionMinimum) / (fill.price * (1 + rules.buyRate)));
      const quantity = buyableQuantity(rules, Math.max(0, afford));
      if (!(quantity > 0)) {
        refuse('lot');
        continue;
      }
      const value = fill.price * quantity;
      const costs = orderCosts(rules, options.broker, 'buy', value);
      cash -= value + costs;
      positions.push({ series: one, entryBar: bar, entrySession: day, price: fill.price, quantity, costs, leaving: false });
    }

    wanted = [];
    for (const one of series) {
      const bar = barOf(one);
      if (bar === null) continue;
      next.set(one, bar + 1);
      const position = positions.find((held) => held.series === one);
      if (position !== undefined) position.leaving ||= one.exit[bar] === 1;
      else if (one.entry[bar] === 1 && one.exit[bar] !== 1) wanted.push(one);
    }
    equity[day] = cash + positions.reduce((sum, held) => sum + lastClose(held.series, next) * held.quantity, 0);
    if (isOpen) playedDates += 1;
    if (isOpen && positions.length > 0) heldDates += 1;
  }

  const closed = trades.slice();
  for (const held of positions) trades.push(tradeOf(held, lastClose(held.series, next), 0, null, dates.length - 1));
  return { trades, unfilled, dates, equity, ...tradeStatistics(closed), exposure: playedDates > 0 ? heldDates / playedDates : 0, assumedRules };
}

/** The dates of all bars, and the sessions between the first and the last of them. */
function sessionDates(series: readonly BacktestSeries[], sessions: readonly number[]): Float64Array {
  const dates = new Set(series.flatMap(({ bars }) => [...bars.time]));
  const [first, last] = [Math.min(...series.map(({ bars }) => bars.time[0] ?? Infinity)), Math.max(...series.map(({ bars }) => bars.time.at(-1) ?? -Infinity))];
  for (const date of sessions) if (date > first && date < last) dates.add(date);
  return Float64Array.from(dates).sort();
}

function lastClose(series: BacktestSeries, next: ReadonlyMap<BacktestSeries, number>): number {
  return series.bars.close[(next.get(series) ?? 0) - 1] as number;
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

function check({ capital, positionPercent, maxPositions }: BacktestOptions): void {
  const fail = (field: string, value: number, allowed: string): never => {
    throw new AppError('model.value', { model: 'backtest', field, value, allowed });
  };
  if (!(capital > 0)) fail('capital', capital, '> 0');
  if (!(positionPercent > 0 && positionPercent <= 100)) fail('positionPercent', positionPercent, '> 0, ≤ 100');
  if (!(Number.isInteger(maxPositions) && maxPositions >= 1)) fail('maxPositions', maxPositions, '≥ 1');
}
