import { z } from 'zod';
import { defineMethod } from './define-method.ts';
import { symbolText, text, whole } from './field.ts';

export interface WatchlistMember {
  /** The instrument key, `MIC:CODE`; its bars may still be missing. */
  readonly symbol: string;
  readonly tags: readonly string[];
}

/** A list of the user's own, its members in the user's order. */
export interface Watchlist {
  readonly id: number;
  /** Unlike every other list's, whatever the case. */
  readonly name: string;
  /** The heading it stands under; null for none. */
  readonly group: string | null;
  readonly members: readonly WatchlistMember[];
}

/** What became of symbols that were typed, pasted or read from a file. */
export interface WatchlistAddition {
  readonly watchlist: Watchlist;
  readonly added: number;
  /** Were in the list already. */
  readonly known: number;
  /** Added without an instrument in the store: they have no bars yet. */
  readonly missing: readonly string[];
  /** Not added: several instruments may be meant, or none is. */
  readonly unclear: readonly { readonly line: number; readonly text: string; readonly candidates: readonly string[] }[];
}

const id = whole(1, 2 ** 52);
const name = text(64, 1).refine((value) => value.trim() === value, { error: 'has blanks at an end' });
const tags = z.array(text(32, 1)).max(20).default([]);
const members = z.array(z.strictObject({ symbol: text(81, 3).regex(/^[^:]+:.+$/, { error: 'is not a key like XNAS:AAPL' }), tags })).max(10_000);

export const watchlistsMethods = {
  /** In the user's order. */
  'watchlists.list': defineMethod<readonly Watchlist[]>()(z.strictObject({})),
  /** Makes a list, or changes what is given of one: name, group, or all its members and their order. */
  'watchlists.save': defineMethod<Watchlist>()(
    z.strictObject({ id: id.optional(), name: name.optional(), group: name.nullable().optional(), members: members.optional() }),
  ),
  'watchlists.remove': defineMethod<null>()(z.strictObject({ id })),
  /** The lists named come first, in this order. */
  'watchlists.order': defineMethod<readonly Watchlist[]>()(z.strictObject({ ids: z.array(id).max(10_000) })),
  /** Adds what a text names at the end of the list: one symbol, or anything that lists some (a paste, a terminal's block file). */
  'watchlists.add': defineMethod<WatchlistAddition>()(z.strictObject({ id, text: text(100_000, 1), tags })),
  /** Takes symbols out, by key or in any spelling that would add them. */
  'watchlists.drop': defineMethod<Watchlist>()(z.strictObject({ id, symbols: z.array(symbolText).min(1).max(10_000) })),
};
