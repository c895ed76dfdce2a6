import { AppError } from '../../shared/app-error.ts';
import type { BacktestSeries } from './backtest-series.ts';
import { PaperAccount, type BacktestTrade, type UnfilledOrder } from './paper-account.ts';
import type { BrokerCosts } from './trade-costs.ts';
import { tradeStatistics, type TradeStatistics } from './trade-statistics.ts';

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

/**
 * Plays rules over the past. After the close of a date the rules decide; orders are filled at the open of the next session, or
 * not at all: a buy lives for that one date, a sell is tried on every date until it is filled. Positions are long only and taken in
 * the order of the series. Nothing on a date looks at a later one, so the trades until any date are the same when everything after it is deleted.
 */
export function backtest(series: readonly BacktestSeries[], options: BacktestOptions): Backtest {
  check(options);
  const { capital, broker, maxPositions, positionPercent, from = -Infinity, to = Infinity } = options;
  const dates = sessionDates(series, options.sessions ?? []);
  const account = new PaperAccount(capital, broker);
  const next = new Map(series.map((one) => [one, 0]));
  const lastClose = (one: BacktestSeries): number => one.bars.close[(next.get(one) ?? 0) - 1] as number;
  const equity = new Float64Array(dates.length);
  let wanted: BacktestSeries[] = [];
  let [playedDates, heldDates] = [0, 0];

  for (const [day, date] of dates.entries()) {
    const barOf = (one: BacktestSeries): number | null => {
      const bar = next.get(one) ?? 0;
      return one.bars.time[bar] === date ? bar : null;
    };
    const isOpen = date >= from && date <= to;
    if (isOpen) {
      const session = { date, day, barOf };
      const worthBefore = day > 0 ? (equity[day - 1] as number) : capital;
      account.sellLeaving(session);
      for (const one of wanted) if (account.positionCount < maxPositions) account.buy(one, session, (worthBefore * positionPercent) / 100);
    }

    wanted = [];
    for (const one of series) {
      const bar = barOf(one);
      if (bar === null) continue;
      next.set(one, bar + 1);
      const position = account.held(one);
      if (position !== undefined) position.leaving ||= one.exit[bar] === 1;
      else if (one.entry[bar] === 1 && one.exit[bar] !== 1) wanted.push(one);
    }
    equity[day] = account.worth(lastClose);
    if (isOpen) playedDates += 1;
    if (isOpen && account.positionCount > 0) heldDates += 1;
  }

  const { trades: closed, unfilled, assumedRules } = account;
  const trades = [...closed, ...account.openTrades(lastClose, dates.length - 1)];
  return { trades, unfilled, dates, equity, ...tradeStatistics(closed), exposure: playedDates > 0 ? heldDates / playedDates : 0, assumedRules };
}

/** The dates of all bars, and the sessions between the first and the last of them. */
function sessionDates(series: readonly BacktestSeries[], sessions: readonly number[]): Float64Array {
  const dates = new Set(series.flatMap(({ bars }) => [...bars.time]));
  const [first, last] = [Math.min(...series.map(({ bars }) => bars.time[0] ?? Infinity)), Math.max(...series.map(({ bars }) => bars.time.at(-1) ?? -Infinity))];
  for (const date of sessions) if (date > first && date < last) dates.add(date);
  return Float64Array.from(dates).sort();
}

function check({ capital, positionPercent, maxPositions }: BacktestOptions): void {
  const fail = (field: string, value: number, allowed: string): never => {
    throw new AppError('model.value', { model: 'backtest', field, value, allowed });
  };
  if (!(capital > 0)) fail('capital', capital, '> 0');
  if (!(positionPercent > 0 && positionPercent <= 100)) fail('positionPercent', positionPercent, '> 0, ≤ 100');
  if (!(Number.isInteger(maxPositions) && maxPositions >= 1)) fail('maxPositions', maxPositions, '≥ 1');
}
