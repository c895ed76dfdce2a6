import { AppError } from '../../shared/app-error.ts';
import type { PortfolioEntry } from '../../shared/contract/portfolios.ts';
import { formatTradingDate, tradingDateOf, type TradingDate } from '../../shared/time.ts';
import type { Valuation } from './time-weighted-return.ts';

/** The daily closes of an instrument, and what one unit of its currency is worth in the portfolio's. */
export interface PricedSeries {
  readonly time: Float64Array;
  readonly close: Float64Array;
  /** `raw`: shares multiply on the ex-date. `split`: old closes are told in today's shares already. */
  readonly basis: 'raw' | 'split';
  /** By ex-date: new shares per old. */
  readonly splits: readonly { readonly exDate: number; readonly value: number }[];
  readonly rate: { readonly time: Float64Array; readonly value: Float64Array } | number;
}

export interface HeldPosition {
  readonly symbol: string;
  readonly quantity: number;
  /** Last close, of `priceDate`, in the instrument's currency. */
  readonly price: number;
  readonly priceDate: number;
  readonly value: number;
  /** By average cost, in the portfolio's currency; null where a purchase is not known. */
  readonly cost: number | null;
}

export interface ValuedPortfolio {
  readonly mode: 'ledger' | 'implied';
  readonly cash: number;
  /** One a day on which any of the instruments has a bar, from the first entry on. */
  readonly valuations: readonly Valuation[];
  readonly held: readonly HeldPosition[];
  /** Closes taken from an earlier day because the instrument had no bar. */
  readonly carriedCloses: number;
}

/**
 * Follows what was held day by day up to `lastDay`. Where deposits are recorded, cash is counted and payments are deposits and
 * withdrawals; else what is bought counts as paid in and what is sold or distributed as paid out. Entries of symbols without a series are
 * passed over. Throws `portfolio.oversold`.
 */
export function valuePortfolio(entries: readonly PortfolioEntry[], series: ReadonlyMap<string, PricedSeries>, lastDay: number): ValuedPortfolio {
  const mode = entries.some(({ kind }) => kind === 'deposit' || kind === 'withdrawal') ? 'ledger' : 'implied';
  const dated = datedEntries(entries, series, lastDay);
  const days = valuedDays(dated, series, lastDay);
  const book = new Map<string, Holding>();
  const valuations: Valuation[] = [];
  let [cash, next, carriedCloses] = [0, 0, 0];
  for (const day of days) {
    let [paidIn, paidOut] = [0, 0];
    for (const holding of book.values()) holding.advance(day);
    for (; next < dated.length && (dated[next]?.day ?? Infinity) <= day; next += 1) {
      const { entry, day: entryDay } = dated[next] as DatedEntry;
      const { into, out, spent } = apply(entry, entryDay, day, book, series);
      if (mode === 'implied') [paidIn, paidOut] = [paidIn + into + Math.max(0, spent), paidOut + out + Math.max(0, -spent)];
      else [paidIn, paidOut, cash] = [paidIn + into, paidOut + out, cash + into - out - spent];
      // What is delivered rather than bought is worth, but never cash.
      if (mode === 'ledger' && entry.kind === 'position') cash -= into;
    }
    let value = cash;
    for (const holding of book.values()) {
      value += holding.value();
      if (holding.quantity > 0 && holding.priceDay !== day) carriedCloses += 1;
    }
    valuations.push({ date: day, value, flow: paidIn - paidOut });
  }
  return { mode, cash, valuations, held: [...book.values()].filter(({ quantity }) => quantity > 0).map((holding) => holding.position()), carriedCloses };
}

interface DatedEntry {
  readonly entry: PortfolioEntry;
  readonly day: number;
}

/** Entries in order of their days. A position without one begins where every such position has a close. */
function datedEntries(entries: readonly PortfolioEntry[], series: ReadonlyMap<string, PricedSeries>, lastDay: number): readonly DatedEntry[] {
  const known = entries.filter(({ symbol }) => symbol === null || series.has(symbol));
  const undated = known.filter(({ date }) => date === null).map(({ symbol }) => series.get(symbol ?? '')?.time[0] ?? 0);
  const start = undated.reduce((latest, first) => Math.max(latest, first), -Infinity);
  return known
    .map((entry): DatedEntry => ({ entry, day: entry.date === null ? start : tradingDateOf(entry.date) }))
    .filter(({ day }) => day <= lastDay)
    .sort((left, right) => left.day - right.day);
}

function valuedDays(dated: readonly DatedEntry[], series: ReadonlyMap<string, PricedSeries>, lastDay: number): readonly number[] {
  const first = dated[0]?.day ?? Infinity;
  const used = new Set(dated.map(({ entry }) => entry.symbol));
  const days = new Set<number>();
  for (const [symbol, { time }] of series) {
    if (!used.has(symbol)) continue;
    for (const day of time) if (day >= first && day <= lastDay) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

/** What an entry moves, in the portfolio's currency: payments from and to outside, and what was spent (negative: received) inside. */
interface Movement {
  readonly into: number;
  readonly out: number;
  readonly spent: number;
}

function apply(entry: PortfolioEntry, entryDay: number, day: number, book: Map<string, Holding>, series: ReadonlyMap<string, PricedSeries>): Movement {
  const amount = entry.amount ?? 0;
  const none = { into: 0, out: 0, spent: 0 };
  switch (entry.kind) {
    case 'deposit':
      return { ...none, into: amount };
    case 'withdrawal':
      return { ...none, out: amount };
    case 'fee':
      return { ...none, spent: amount };
    default: {
      const holding = holdingOf(entry.symbol ?? '', day, book, series);
      if (entry.kind === 'dividend') return { ...none, spent: -amount * holding.rate };
      if (entry.kind === 'sell') return { ...none, spent: -holding.sell(entry, entryDay) };
      const worth = holding.buy(entry, entryDay);
      return entry.kind === 'position' ? { ...none, into: worth } : { ...none, spent: worth };
    }
  }
}

function holdingOf(symbol: string, day: number, book: Map<string, Holding>, series: ReadonlyMap<string, PricedSeries>): Holding {
  const known = book.get(symbol);
  if (known !== undefined) return known;
  const priced = series.get(symbol);
  if (priced === undefined) throw new Error(`no series of ${symbol}`);
  const made = new Holding(symbol, priced);
  made.advance(day);
  book.set(symbol, made);
  return made;
}

/** One instrument's shares, walked forward through its closes, splits and rates. */
class Holding {
  readonly symbol: string;
  quantity = 0;
  priceDay = NaN;
  rate: number;
  readonly #series: PricedSeries;
  #price = NaN;
  #cost = 0;
  #costKnown = true;
  #bar = 0;
  #split = 0;
  #rateAt = 0;

  constructor(symbol: string, series: PricedSeries) {
    this.symbol = symbol;
    this.#series = series;
    this.rate = typeof series.rate === 'number' ? series.rate : (series.rate.value[0] ?? NaN);
  }

  /** Takes the closes, splits and rates up to a day. */
  advance(day: number): void {
    const { time, close, splits, basis, rate } = this.#series;
    for (; this.#bar < time.length && (time[this.#bar] as number) <= day; this.#bar += 1) {
      const value = close[this.#bar] as number;
      if (Number.isNaN(value)) continue;
      [this.#price, this.priceDay] = [value, time[this.#bar] as number];
    }
    for (; this.#split < splits.length && (splits[this.#split]?.exDate ?? Infinity) <= day; this.#split += 1) {
      if (basis === 'raw') this.quantity *= splits[this.#split]?.value ?? 1;
    }
    if (typeof rate === 'number') return;
    for (; this.#rateAt < rate.time.length && (rate.time[this.#rateAt] as number) <= day; this.#rateAt += 1) this.rate = rate.value[this.#rateAt] as number;
  }

  /** Answers what the shares cost or, where that is not known, were worth. */
  buy({ kind, quantity, price, fee }: PortfolioEntry, entryDay: number): number {
    const factor = this.#factor(entryDay);
    const shares = (quantity ?? 0) * factor;
    // Before the first close the price paid stands in for it.
    if (Number.isNaN(this.#price) && price !== null) this.#price = price / factor;
    const paid = price === null ? null : ((quantity ?? 0) * price + fee) * this.rate;
    this.quantity += shares;
    if (paid === null) this.#costKnown = false;
    else this.#cost += paid;
    // A position came with the worth of its day, whatever was paid for it before.
    return kind === 'position' || paid === null ? shares * this.#price * this.rate : paid;
  }

  /** Answers what was received. */
  sell({ quantity, price, fee, date }: PortfolioEntry, entryDay: number): number {
    const shares = (quantity ?? 0) * this.#factor(entryDay);
    if (shares > this.quantity * (1 + 1e-9)) {
      throw new AppError('portfolio.oversold', { symbol: this.symbol, date: date ?? '', quantity: shares, held: this.quantity });
    }
    const left = Math.max(0, this.quantity - shares);
    this.#cost *= this.quantity > 0 ? left / this.quantity : 0;
    this.quantity = left < this.quantity * 1e-12 ? 0 : left;
    return ((quantity ?? 0) * (price ?? 0) - fee) * this.rate;
  }

  value(): number {
    return this.quantity === 0 ? 0 : this.quantity * this.#price * this.rate;
  }

  position(): HeldPosition {
    const cost = this.#costKnown ? this.#cost : null;
    return { symbol: this.symbol, quantity: this.quantity, price: this.#price, priceDate: this.priceDay, value: this.value(), cost };
  }

  /** Shares of the closes' kind for one share of a day. */
  #factor(day: number): number {
    const { basis, splits } = this.#series;
    return basis === 'raw' ? 1 : splits.reduce((factor, { exDate, value }) => (exDate > day ? factor * value : factor), 1);
  }
}

/** ISO text of a valuation's day. */
export function dayText(day: number): string {
  return formatTradingDate(day as TradingDate);
}
