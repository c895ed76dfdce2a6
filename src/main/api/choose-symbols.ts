import { AppError } from '../../shared/app-error.ts';
import type { SymbolChoice } from '../../shared/contract/symbol-choice.ts';
import type { Watchlist } from '../../shared/contract/watchlists.ts';
import type { Store } from '../store/store.ts';

/**
 * What a choice means, as texts for `resolveInstrument`: those given as they are, the members of a list in its order, or every
 * instrument that has bars. A list may name instruments that are not stored yet. Throws `watchlist.unknown` (naming the lists that
 * exist), `watchlist.none`, `watchlist.empty`.
 */
export function chooseSymbols({ read }: Pick<Store, 'read'>, { symbols, watchlist }: SymbolChoice): readonly string[] {
  if (symbols !== undefined) return symbols;
  if (watchlist !== undefined) {
    const { name, members } = watchlistNamed(watchlist, read.watchlists());
    if (members.length === 0) throw new AppError('watchlist.empty', { name });
    return members.map(({ symbol }) => symbol);
  }
  const withBars = new Set(read.series().filter(({ bars }) => bars > 0).map(({ instrument }) => instrument));
  return read.instruments().filter(({ id }) => withBars.has(id)).map(({ symbol }) => symbol);
}

/** A list by its name, whatever the case. */
export function watchlistNamed(name: string, lists: readonly Watchlist[]): Watchlist {
  const wanted = name.trim().toLowerCase();
  const found = lists.find((list) => list.name.toLowerCase() === wanted);
  if (found !== undefined) return found;
  if (lists.length === 0) throw new AppError('watchlist.none', { name });
  throw new AppError('watchlist.unknown', { name, allowed: lists.map((list) => list.name).join(', ') });
}
