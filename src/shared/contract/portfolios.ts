import { z } from 'zod';
import { defineMethod } from './define-method.ts';
import { fileToken, isoDate, symbolText, text, whole } from './field.ts';
import type { PortfolioAnalysis } from './portfolio-figures.ts';

export const entryKinds = ['buy', 'sell', 'dividend', 'deposit', 'withdrawal', 'fee', 'position'] as const;
export type EntryKind = (typeof entryKinds)[number];

/**
 * One thing that happened in a portfolio. `buy` and `sell` have symbol, quantity and price; `dividend` symbol and amount; `deposit`,
 * `withdrawal` and `fee` an amount. A `position` is held without its purchase being known: symbol and quantity, from its date on where
 * it has one, else from the first day on which every position has a price.
 */
export interface PortfolioEntry {
  readonly kind: EntryKind;
  /** ISO date; null for a `position` only. */
  readonly date: string | null;
  /** The instrument key, `MIC:CODE`. */
  readonly symbol: string | null;
  readonly quantity: number | null;
  /** Per share, in the instrument's currency, without the fee. */
  readonly price: number | null;
  readonly fee: number;
  readonly amount: number | null;
  readonly note: string;
}

export interface PortfolioSummary {
  readonly id: number;
  readonly name: string;
  /** What its worth is told in; null: that of its first instrument. */
  readonly currency: string | null;
  readonly entries: number;
  readonly symbols: number;
}

export interface Portfolio {
  readonly id: number;
  readonly name: string;
  readonly currency: string | null;
  /** In the order of the file. */
  readonly entries: readonly PortfolioEntry[];
}

/** A row that was not taken over: `reason` is a code, `detail` what it is about. */
export interface PortfolioRejection {
  readonly line: number;
  readonly reason: PortfolioRejectionReason;
  readonly detail: string;
  readonly text: string;
}

export const portfolioRejectionReasons = ['cells', 'kind', 'date', 'symbol', 'ambiguous', 'quantity', 'price', 'amount', 'fee'] as const;
export type PortfolioRejectionReason = (typeof portfolioRejectionReasons)[number];

export interface PortfolioImport {
  readonly portfolio: Portfolio;
  readonly imported: number;
  readonly rejected: readonly PortfolioRejection[];
  /** Symbols of entries for which nothing is stored yet. */
  readonly missing: readonly string[];
}

const id = whole(1, 2 ** 52);
const name = text(64, 1).refine((value) => value.trim() === value, { error: 'has blanks at an end' });
const currency = text(8, 1);
const amount = z.number().min(0).max(1e18);
const entry = z.strictObject({
  kind: z.enum(entryKinds),
  date: isoDate.nullable(),
  symbol: text(81, 3).regex(/^[^:]+:.+$/, { error: 'is not a key like XNAS:AAPL' }).nullable(),
  quantity: z.number().gt(0).max(1e15).nullable(),
  price: amount.nullable(),
  fee: amount.default(0),
  amount: amount.nullable().default(null),
  note: text(200).default(''),
});

export const portfoliosMethods = {
  'portfolios.list': defineMethod<readonly PortfolioSummary[]>()(z.strictObject({})),
  'portfolios.get': defineMethod<Portfolio>()(z.strictObject({ id })),
  /** Makes a portfolio, or changes what is given of one. */
  'portfolios.save': defineMethod<Portfolio>()(
    z.strictObject({ id: id.optional(), name: name.optional(), currency: currency.nullable().optional(), entries: z.array(entry).max(100_000).optional() }),
  ),
  'portfolios.remove': defineMethod<null>()(z.strictObject({ id })),
  /**
   * Reads a table of transactions or holdings into the portfolio of a name, which is made where there is none; `replace` lets go of what
   * it held. Bad rows are named by line and reason, the others are taken. Throws `portfolio.header`, `portfolio.rows`.
   */
  'portfolios.import': defineMethod<PortfolioImport>()(
    z.strictObject({ file: fileToken, name, currency: currency.optional(), replace: z.boolean().default(false) }),
  ),
  /** The entries as a table that `portfolios.import` reads back to the same entries. */
  'portfolios.export': defineMethod<{ readonly name: string; readonly text: string }>()(z.strictObject({ id })),
  /** Worth, returns and risk up to a day. Throws `portfolio.empty`, `portfolio.noBars`, `portfolio.oversold`. */
  'portfolios.analyze': defineMethod<PortfolioAnalysis>()(
    z.strictObject({
      id,
      asOf: isoDate.optional(),
      /** What beta is against; left out: the equal-weight mean of the stored instruments of the portfolio's currency, at most 600. */
      benchmark: symbolText.optional(),
      /** A year, as a share. */
      riskFree: z.number().min(-0.5).max(1).default(0),
    }),
  ),
};
