import { z } from 'zod';
import type { ErrorReply } from '../app-error.ts';
import type { UtcMs } from '../time.ts';
import { defineMethod } from './define-method.ts';
import { symbolText } from './field.ts';

/** A quote as a source gave it; null where it has no figure. Volume in shares or coins, amounts in the instrument's currency. */
export interface QuoteFigures {
  readonly price: number | null;
  readonly previousClose: number | null;
  readonly open: number | null;
  readonly high: number | null;
  readonly low: number | null;
  readonly volume: number | null;
  readonly amount: number | null;
  /** When the source says this was. */
  readonly at: number | null;
  readonly peRatio: number | null;
  readonly pbRatio: number | null;
  readonly marketCap: number | null;
}

export interface QuoteRow extends QuoteFigures {
  readonly symbol: string;
  readonly source: string;
  readonly fetchedAt: UtcMs;
  /** `last-good`: too old to be used unasked, given because its sources failed with `problem`. */
  readonly state: 'fresh' | 'stale' | 'last-good';
  readonly problem: ErrorReply | null;
}

export interface QuotesAnswer {
  readonly quotes: readonly QuoteRow[];
  readonly failures: readonly { readonly symbol: string; readonly error: ErrorReply }[];
}

export const quotesMethods = {
  /** Quotes of symbols, from the cache or their sources; symbols that no source covers are left out. Never a bar: figures of the moment. */
  'quotes.read': defineMethod<QuotesAnswer>()(z.strictObject({ symbols: z.array(symbolText).min(1).max(500) })),
};
