import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Market } from '../../shared/exchanges.ts';

/** Which part of the universe the pages about it look at; empty choices look at all of it, as of its newest session. */
export interface UniverseScope {
  readonly market: Market | null;
  readonly watchlist: string | null;
  /** ISO date. */
  readonly asOf: string | null;
}

export interface ScopeState extends UniverseScope {
  change(part: Partial<UniverseScope>): void;
}

export type ScopeStore = StoreApi<ScopeState>;

/** One choice for every page about the universe, so that they tell of the same day. */
export function createScopeStore(): ScopeStore {
  return createStore<ScopeState>()((set) => ({ market: null, watchlist: null, asOf: null, change: (part) => set(part) }));
}

/** The scope as an input of the contract: what is not chosen is left out. */
export function scopeInput({ market, watchlist, asOf }: UniverseScope): { market?: Market; watchlist?: string; asOf?: string } {
  return { ...(market === null ? {} : { market }), ...(watchlist === null ? {} : { watchlist }), ...(asOf === null ? {} : { asOf }) };
}
