import type { PortfolioEntry } from '../../shared/contract/portfolios.ts';
import { tradingDateOf } from '../../shared/time.ts';
import { Holding, type HeldPosition, type PricedSeries } from './holding.ts';
import type { Valuation } from './time-weighted-return.ts';

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
    case 'dividend':
      return { ...none, spent: -amount * holdingOf(entry, day, book, series).rate };
    case 'sell':
      return { ...none, spent: -holdingOf(entry, day, book, series).sell(entry, entryDay) };
    case 'buy':
      return { ...none, spent: holdingOf(entry, day, book, series).buy(entry, entryDay) };
    case 'position':
      return { ...none, into: holdingOf(entry, day, book, series).buy(entry, entryDay) };
  }
}

function holdingOf({ symbol }: PortfolioEntry, day: number, book: Map<string, Holding>, series: ReadonlyMap<string, PricedSeries>): Holding {
  const known = book.get(symbol ?? '');
  if (known !== undefined) return known;
  const priced = series.get(symbol ?? '');
  if (symbol === null || priced === undefined) throw new Error(`no series of ${symbol}`);
  const made = new Holding(symbol, priced);
  made.advance(day);
  book.set(symbol, made);
  return made;
}
