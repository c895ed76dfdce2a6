import { portfolioRisk } from '../../../analysis/models/portfolio-risk.ts';
import { risk } from '../../../analysis/models/risk.ts';
import { correlationMatrix } from '../../../analysis/portfolio/correlation-matrix.ts';
import type { HeldPosition } from '../../../analysis/portfolio/holding.ts';
import { internalRateOfReturn } from '../../../analysis/portfolio/internal-rate-of-return.ts';
import { performance } from '../../../analysis/portfolio/performance.ts';
import { timeWeightedReturn, unitValues, type Valuation } from '../../../analysis/portfolio/time-weighted-return.ts';
import { valuePortfolio, type ValuedPortfolio } from '../../../analysis/portfolio/value-portfolio.ts';
import { equalWeightReturns } from '../../../analysis/series/equal-weight-returns.ts';
import { AppError } from '../../../shared/app-error.ts';
import { sessionsPerYear } from '../../../shared/calendar/sessions-per-year.ts';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { HoldingFigures, PortfolioAnalysis } from '../../../shared/contract/portfolio-figures.ts';
import type { Portfolio } from '../../../shared/contract/portfolios.ts';
import { dayText } from '../../../shared/day-text.ts';
import { tradingDateOf } from '../../../shared/time.ts';
import type { BarSource } from '../bar-source.ts';
import { portfolioBenchmark } from './portfolio-benchmark.ts';
import { valuedInstrument, type ValuedInstrument, type ValuedReason } from './priced-series.ts';

const correlatedHoldings = 20;
/** For instruments without a calendar. */
const usualSessions = 252;

/** Worth, returns and risk of a portfolio, from what could be known by `asOf`. */
export function analyzePortfolio(from: BarSource, portfolio: Portfolio, input: ParsedInput<'portfolios.analyze'>): PortfolioAnalysis {
  const { asOf, riskFree } = input;
  const lastDay = asOf === undefined ? Infinity : tradingDateOf(asOf);
  const entries = portfolio.entries.filter(({ date }) => date === null || tradingDateOf(date) <= lastDay);
  const symbols = [...new Set(entries.flatMap(({ symbol }) => (symbol === null ? [] : [symbol])))];
  const currency = portfolio.currency ?? firstCurrency(from, symbols);
  const { valued, excluded } = valuedInstruments(from, symbols, currency, asOf);
  if (valued.size === 0) {
    if (symbols.length === 0) throw new AppError('portfolio.empty', { name: portfolio.name, date: asOf ?? '–' });
    throw new AppError('portfolio.noBars', { name: portfolio.name, symbols: symbols.join(', ') });
  }
  const ledger = valuePortfolio(entries, new Map([...valued].map(([symbol, { priced }]) => [symbol, priced])), lastDay);
  const [first, last] = [ledger.valuations[0], ledger.valuations.at(-1)];
  if (first === undefined || last === undefined) throw new AppError('portfolio.empty', { name: portfolio.name, date: asOf ?? '–' });

  // The day before the first holds nothing, so that the first day's payments and gains count.
  const valuations: readonly Valuation[] = [{ date: first.date - 1, value: 0, flow: 0 }, ...ledger.valuations];
  const units = unitValues(valuations);
  const benchmark = portfolioBenchmark(from, input.benchmark, currency, first.date, asOf);
  const sessions = sessionsOf(from, ledger.held, valued, first.date, last.date);
  const market = benchmark?.returns ?? { time: new Float64Array(), value: new Float64Array() };
  const time = Float64Array.from(valuations, ({ date }) => date);
  const figures = performance(time, units, { market, sessionsPerYear: sessions, riskFree });
  const holdings = holdingFigures(from, ledger.held, valued, last.date);
  let paid = 0;
  const bars = [...valued.values()].reduce((sum, one) => sum + one.bars.time.length, 0);
  return {
    portfolio: portfolio.name,
    asOf: dayText(last.date),
    from: dayText(first.date),
    currency,
    cash: { mode: ledger.mode, balance: ledger.cash },
    source: listed([...valued.values()].map(({ series }) => series.source)),
    basis: listed([...valued.values()].map(({ series }) => series.basis)),
    bars,
    days: ledger.valuations.length,
    carriedCloses: ledger.carriedCloses,
    coverage: valued.size / symbols.length,
    excluded,
    holdings,
    series: {
      dates: ledger.valuations.map(({ date }) => dayText(date)),
      value: ledger.valuations.map(({ value }) => value),
      invested: ledger.valuations.map(({ flow }) => (paid += flow)),
      unit: [...units.subarray(1)].map((unit) => (Number.isFinite(unit) ? unit : 0)),
    },
    value: last.value,
    timeWeightedReturn: timeWeightedReturn(valuations),
    internalRateOfReturn: moneyWeighted(ledger, last),
    cagr: figures.cagr,
    volatility: figures.annVolSimple,
    sharpe: figures.sharpe,
    sortino: figures.sortino,
    riskFree,
    sessionsPerYear: sessions,
    drawdown: figures.drawdown,
    tails: figures.tails,
    benchmark: benchmark === null ? null : {
      name: benchmark.name,
      symbols: benchmark.symbols,
      commonDates: commonDates(time, benchmark.returns.time),
      beta: figures.betaEqualWeight,
      correlation: figures.corrEqualWeight,
    },
    correlations: correlationsOf(holdings, valued, first.date),
    risk: riskOf(holdings, valued),
  };
}

function firstCurrency({ store }: BarSource, symbols: readonly string[]): string {
  for (const symbol of symbols) {
    const currency = store.read.instrument(symbol)?.currency;
    if (currency !== undefined && currency !== null) return currency === 'GBp' ? 'GBP' : currency;
  }
  return 'USD';
}

function valuedInstruments(from: BarSource, symbols: readonly string[], currency: string, asOf: string | undefined) {
  const valued = new Map<string, ValuedInstrument>();
  const excluded: { symbol: string; reason: ValuedReason }[] = [];
  for (const symbol of symbols) {
    const found = valuedInstrument(from, symbol, currency, asOf);
    if (typeof found === 'string') excluded.push({ symbol, reason: found });
    else valued.set(symbol, found);
  }
  return { valued, excluded };
}

function moneyWeighted({ valuations }: ValuedPortfolio, last: Valuation): number | null {
  const flows = valuations.filter(({ flow }) => flow !== 0).map(({ date, flow }) => ({ date, amount: -flow }));
  return internalRateOfReturn([...flows, { date: last.date, amount: last.value }]);
}

/** Sessions a year of the calendar of the heaviest holding that has one. */
function sessionsOf(from: BarSource, held: readonly HeldPosition[], valued: ReadonlyMap<string, ValuedInstrument>, firstDay: number, lastDay: number): number {
  const byWeight = [...held].sort((a, b) => b.value - a.value).map(({ symbol }) => valued.get(symbol)?.instrument);
  for (const instrument of [...byWeight, ...[...valued.values()].map((one) => one.instrument)]) {
    const calendar = from.calendarById(instrument?.calendar ?? null);
    if (calendar !== null) return sessionsPerYear(calendar, Number(dayText(firstDay).slice(0, 4)), Number(dayText(lastDay).slice(0, 4))).value;
  }
  return usualSessions;
}

function holdingFigures(from: BarSource, held: readonly HeldPosition[], valued: ReadonlyMap<string, ValuedInstrument>, day: number): readonly HoldingFigures[] {
  const total = held.reduce((sum, { value }) => sum + value, 0);
  const industries = new Map<number, string>();
  for (const { instrument, industry, validFrom, validUntil } of from.store.read.memberships()) {
    const holds = (validFrom === null || validFrom <= day) && (validUntil === null || validUntil > day);
    if (holds && !industries.has(instrument)) industries.set(instrument, industry);
  }
  const figures = held.flatMap((position): HoldingFigures[] => {
    const one = valued.get(position.symbol);
    if (one === undefined) return [];
    const { instrument, series, bars, basis } = one;
    return [{
      ...position,
      priceDate: dayText(position.priceDate),
      name: { en: instrument.nameEn, zh: instrument.nameZh },
      currency: instrument.currency,
      weight: total > 0 ? position.value / total : 0,
      gain: position.cost === null ? null : position.value - position.cost,
      industry: industries.get(instrument.id) ?? null,
      risk: risk(bars, basis).total,
      source: series.source,
      basis: series.basis,
      bars: bars.time.length,
    }];
  });
  return figures.sort((a, b) => b.value - a.value);
}

function correlationsOf(holdings: readonly HoldingFigures[], valued: ReadonlyMap<string, ValuedInstrument>, firstDay: number): PortfolioAnalysis['correlations'] {
  const symbols = holdings.slice(0, correlatedHoldings).map(({ symbol }) => symbol);
  const returns = symbols.map((symbol) => {
    const { time, close } = valued.get(symbol)?.bars ?? { time: new Float64Array(), close: new Float64Array() };
    const start = Math.max(0, time.findIndex((day) => day >= firstDay) - 1);
    return equalWeightReturns([{ time: time.subarray(start), close: close.subarray(start) }]);
  });
  return { symbols, ...correlationMatrix(returns) };
}

function riskOf(holdings: readonly HoldingFigures[], valued: ReadonlyMap<string, ValuedInstrument>): PortfolioAnalysis['risk'] {
  const judged = holdings.filter(({ value }) => value > 0);
  if (judged.length === 0) return null;
  return portfolioRisk(
    judged.map(({ symbol, weight, industry }) => {
      const one = valued.get(symbol);
      return { symbol, weight, industry, risk: one === undefined ? null : risk(one.bars, one.basis) };
    }),
  );
}

function commonDates(time: Float64Array, market: Float64Array): number {
  const days = new Set(market);
  return time.subarray(1).reduce((count, day) => count + (days.has(day) ? 1 : 0), 0);
}

function listed(values: readonly string[]): string {
  const distinct = [...new Set(values)];
  return distinct.length > 5 ? `${distinct.slice(0, 5).join(', ')} … (${distinct.length})` : distinct.join(', ');
}
