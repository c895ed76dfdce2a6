import { AppError } from '../shared/app-error.ts';
import type { StoreReader } from './store/store.ts';

/** The symbols of the watchlist of this name, or of all of them without doubles. Throws `watchlist.unknown` or `watchlist.none`. */
export function watchedSymbols(read: Pick<StoreReader, 'watchlists'>, watchlist: string | null): readonly string[] {
  const lists = read.watchlists();
  if (watchlist !== null) {
    const found = lists.find(({ name }) => name.toLowerCase() === watchlist.toLowerCase());
    if (found === undefined && lists.length === 0) throw new AppError('watchlist.none', { name: watchlist });
    if (found === undefined) throw new AppError('watchlist.unknown', { name: watchlist, allowed: lists.map(({ name }) => name).join(', ') });
    return found.members.map(({ symbol }) => symbol);
  }
  return [...new Set(lists.flatMap(({ members }) => members.map(({ symbol }) => symbol)))];
}
