import type { BacktestSeries } from '../../analysis/backtest/backtest-series.ts';
import { backtest, type Backtest } from '../../analysis/backtest/backtest.ts';
import { performance } from '../../analysis/portfolio/performance.ts';
import { equalWeightReturns } from '../../analysis/series/equal-weight-returns.ts';
import type { Portions } from '../../analysis/universe/portions.ts';
import { barRuleColumns } from '../../analysis/universe/rules/bar-rule-columns.ts';
import { evaluateRule } from '../../analysis/universe/rules/evaluate-rule.ts';
import { formatRule } from '../../analysis/universe/rules/format-rule.ts';
import { indicatorColumns } from '../../analysis/universe/rules/indicator-columns.ts';
import { parseRule } from '../../analysis/universe/rules/parse-rule.ts';
import { ruleReach } from '../../analysis/universe/rules/rule-reach.ts';
import { mostBars, symbolBars } from '../../analysis/universe/universe-frame.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Calendar } from '../../shared/calendar/calendar.ts';
import { sessionsPerYear } from '../../shared/calendar/sessions-per-year.ts';
import type { BacktestAnswer, BacktestStatistics } from '../../shared/contract/backtest-figures.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { SymbolFailure } from '../../shared/contract/universe-figures.ts';
import { hasWarningName } from '../../shared/market-rules/has-warning-name.ts';
import type { TradingRules } from '../../shared/market-rules/market-rules.ts';
import { rulesOfSeries } from '../../shared/market-rules/rules-of-series.ts';
import { dayText } from '../../shared/day-text.ts';
import { tradingDateOf, type TradingDate } from '../../shared/time.ts';
import type { Instrument } from '../store/store.ts';
import { historicColumns } from './historic-columns.ts';
import type { LoadedUniverse } from './load-universe.ts';
import { namedRule } from './named-rule.ts';
import { headerOf, scoreBars } from './ranked-universe.ts';
import type { UniverseDesk } from './universe-desk.ts';

type BacktestInput = ParsedInput<'scan.backtest'>;

/** Bars of the universe that a back-test plays over where no first day is given: two years. */
const usualSessions = 500;

/** Plays a rule over the past of the universe: orders after the close, fills at the next open, by the rules of each market. */
export function* scanBacktest(desk: UniverseDesk, input: BacktestInput): Portions<BacktestAnswer> {
  const { rule, text } = namedRule(desk.read, input);
  const exit = input.exit === undefined ? null : parseRule(input.exit);
  const reach = Math.max(...[rule, ...(exit === null ? [] : [exit])].map(ruleReach).map(({ within, window }) => within + window));
  const loaded = desk.load({ ...input, asOf: earlierOf(input.to, input.asOf), knownOn: input.asOf ?? null }, depthOf(input) + scoreBars + reach, true);
  const { frame, date } = loaded;
  const from = fromDate(loaded, input);
  const wanted = desk.only(loaded, input);
  const given = historicColumns(frame, desk.chan);
  const indicators = indicatorColumns(mostBars(frame));
  const failures: SymbolFailure[] = [...loaded.refused];
  const series: BacktestSeries[] = [];
  for (const [index, symbol] of frame.symbols.entries()) {
    yield { done: index, total: frame.symbols.length };
    const bars = symbolBars(frame, index);
    if (!wanted(index) || bars.time.length === 0) continue;
    try {
      const columns = barRuleColumns(bars, given(index, bars), indicators);
      const entry = evaluateRule(rule, columns, bars.time.length);
      // Without a rule of its own a position is left when the entry's no longer holds; not when it cannot be judged.
      const leaving = exit === null ? entry.map((truth) => (truth === 0 ? 1 : 0)) : evaluateRule(exit, columns, bars.time.length);
      series.push({ symbol, bars, entry, exit: leaving, rulesAt: rulesFor(desk, loaded.instruments[index], bars.time) });
    } catch (error) {
      if (!(error instanceof AppError) || error.code.startsWith('rule.')) throw error;
      failures.push({ symbol, error: error.toReply() });
    }
  }
  const calendar = commonCalendar(desk, loaded);
  const played = backtest(series, {
    capital: input.capital,
    positionPercent: input.positionPercent,
    maxPositions: input.maxPositions,
    broker: { commissionRate: input.commissionRate, commissionMinimum: input.commissionMinimum, slippageTicks: input.slippageTicks },
    from,
    to: date,
    sessions: calendar === null ? [] : sessionsBetween(calendar, from, date),
  });
  const start = Math.max(0, played.dates.findIndex((day) => day >= from));
  return {
    ...headerOf(loaded, 0),
    failures,
    entry: text,
    exit: exit === null ? `not (${text})` : formatRule(exit),
    from: dayText(from),
    to: dayText(date),
    trades: played.trades.map((trade) => ({ ...trade, entryDate: dayText(trade.entryDate), exitDate: trade.exitDate === null ? null : dayText(trade.exitDate) })),
    unfilled: played.unfilled.map((order) => ({ ...order, date: dayText(order.date) })),
    equity: Array.from(played.dates.subarray(start), (day, index) => ({ date: dayText(day), value: played.equity[start + index] ?? NaN })),
    statistics: statisticsOf(played, start, input.capital, calendar, loaded),
    assumedRules: played.assumedRules,
  };
}

function earlierOf(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

/** How many bars lie between the first day and the last at most. */
function depthOf({ from, to, asOf }: BacktestInput): number {
  if (from === undefined) return usualSessions;
  const [first, end] = [tradingDateOf(from), earlierOf(to, asOf)];
  // Days, of which sessions are fewer; without a last day the loader's newest bar ends them.
  const last = end === undefined ? first + 40 * 366 : tradingDateOf(end);
  return Math.max(1, last - first + 1);
}

function fromDate({ frame, date }: LoadedUniverse, input: BacktestInput): TradingDate {
  const first = input.from === undefined ? frame.dates[Math.max(0, frame.dates.length - usualSessions)] : tradingDateOf(input.from);
  if (first === undefined || first > date) {
    throw new AppError('universe.date', { value: input.from ?? '', from: dayText(frame.dates[0] ?? date), to: dayText(date) });
  }
  return first as TradingDate;
}

/** The market's rules for an instrument; where none are known, none apply and the answer says that rules were assumed. */
function rulesFor({ rulesByMic }: UniverseDesk, instrument: Instrument | undefined, time: Float64Array): (bar: number) => TradingRules {
  // An instrument of no exchange of its own (the demo) keeps the rules of the one whose calendar it keeps.
  const mic = [instrument?.mic, instrument?.calendar].find((name) => typeof name === 'string' && rulesByMic(name) !== null) ?? null;
  const table = mic === null ? null : rulesByMic(mic);
  if (instrument === undefined || mic === null || table === null) return () => unknownRules;
  const { code, listedOn, lotSize, nameZh } = instrument;
  const isWarned = hasWarningName(nameZh);
  return rulesOfSeries(table, { mic, code, listedOn, lot: lotSize, isRiskWarning: () => isWarned }, time);
}

const unknownRules: TradingRules = {
  board: null, upPercent: null, downPercent: null, lotMinimum: 0, lotStep: 0, ticks: [], settlementSessions: 0, buyRate: 0, sellRate: 0, assumed: true,
};

/** The calendar all instruments keep; null where they keep several, whose sessions would look like suspensions of one another. */
function commonCalendar({ calendarById }: UniverseDesk, { instruments }: LoadedUniverse): Calendar | null {
  const [first, ...others] = new Set(instruments.map(({ calendar }) => calendar));
  return first === undefined || others.length > 0 ? null : calendarById(first);
}

function sessionsBetween(calendar: Calendar, from: number, to: number): number[] {
  const sessions: number[] = [];
  for (let date = calendar.next((from - 1) as TradingDate); date <= to; date = calendar.next(date)) sessions.push(date);
  return sessions;
}

function statisticsOf(played: Backtest, start: number, capital: number, calendar: Calendar | null, { frame }: LoadedUniverse): BacktestStatistics {
  const days = played.dates.subarray(start);
  // The capital stands before the first day, so that what the first day costs and earns counts.
  const time = Float64Array.of((days[0] ?? 0) - 1, ...days);
  const value = Float64Array.of(capital, ...played.equity.subarray(start));
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0].map((day) => Number(dayText(day).slice(0, 4)));
  const perYear = calendar === null ? 252 : sessionsPerYear(calendar, first ?? 1970, last ?? 1970).value;
  const market = equalWeightReturns(frame.symbols.map((_, symbol) => symbolBars(frame, symbol)));
  const earned = performance(time, value, { market, sessionsPerYear: perYear, riskFree: 0 });
  const finalValue = value.at(-1) ?? capital;
  return {
    capital,
    finalValue,
    returnPercent: (finalValue / capital - 1) * 100,
    closedTrades: played.closedTrades,
    winRate: played.winRate,
    payoffRatio: played.payoffRatio,
    profitFactor: played.profitFactor,
    exposure: played.exposure,
    maxDrawdown: earned.maxDrawdown,
    annualReturn: earned.cagr,
    annualVolatility: earned.annVolSimple,
    sharpe: earned.sharpe,
    sortino: earned.sortino,
  };
}
