import { AppError } from '../../shared/app-error.ts';
import type { PortfolioEntry } from '../../shared/contract/portfolios.ts';

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

/** One instrument's shares, walked forward through its closes, splits and rates. */
export class Holding {
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
