import { z } from 'zod';
import type { Frequency } from '../frequency.ts';
import type { UtcMs } from '../time.ts';
import type { Freshness } from './bars.ts';
import { defineMethod } from './define-method.ts';
import { symbolText, text, whole } from './field.ts';
import { symbolChoice } from './symbol-choice.ts';

/** One instrument of the list, with the facts a row shows. */
export interface SymbolRow {
  /** The instrument key, `MIC:CODE`. */
  readonly symbol: string;
  readonly code: string;
  readonly nameEn: string | null;
  readonly nameZh: string | null;
  /** Pinyin initials of `nameZh`, lower case. */
  readonly pinyin: string | null;
  readonly market: string;
  readonly kind: string;
  readonly currency: string | null;
  /** The frequency that `bars`, `from`, `to` and the prices are of: daily where there is one, else the longest stored. */
  readonly freq: Frequency | null;
  readonly bars: number;
  /** ISO date or UTC time of the first and last bar. */
  readonly from: string | null;
  readonly to: string | null;
  readonly close: number | null;
  readonly previousClose: number | null;
  readonly volume: number | null;
  /** Where the bars came from, and when they were taken in; null without bars. */
  readonly source: string | null;
  readonly fetchedAt: UtcMs | null;
  /** Their age against the exchange's calendar; null without bars. */
  readonly freshness: Freshness | null;
}

export interface SymbolList {
  readonly version: number;
  readonly symbols: readonly SymbolRow[];
}

export interface SymbolCandidate {
  readonly symbol: string;
  readonly code: string;
  readonly nameEn: string | null;
  readonly nameZh: string | null;
}

export const symbolsMethods = {
  'symbols.list': defineMethod<SymbolList>()(z.strictObject({})),
  /** What a text could mean, best first: by code in any common spelling, by name, by pinyin initials. */
  'symbols.resolve': defineMethod<readonly SymbolCandidate[]>()(
    z.strictObject({ text: symbolText, limit: whole(1, 100).default(20) }),
  ),
  /** The texts or keys that a choice means, to be resolved one by one; a watchlist's in its order. */
  'symbols.choose': defineMethod<readonly string[]>()(symbolChoice),
  /** Up to 64 trailing closes a symbol for sparklines, in the order asked; empty where there are none. */
  'symbols.sparklines': defineMethod<readonly Float64Array[]>()(z.strictObject({ symbols: z.array(text(64, 1)).max(200) })),
};
