import type { Watchlist, WatchlistMember } from '../../shared/contract/watchlists.ts';

/** What a person keeps beside the bars. */
export interface DeskReader {
  /** In the user's order. */
  watchlists(): readonly Watchlist[];
}

export interface WatchlistDraft {
  /** The list to change; null to make one. */
  readonly id: number | null;
  readonly name: string | null;
  /** Undefined leaves the group as it is. */
  readonly group: string | null | undefined;
  readonly members: readonly WatchlistMember[] | null;
}

export interface DeskWriter {
  /** Makes or changes a list. Throws `watchlist.taken` for a name in use, `watchlist.gone` for a list that is not there. */
  saveWatchlist(draft: WatchlistDraft): Promise<Watchlist>;
  removeWatchlist(id: number): Promise<void>;
  orderWatchlists(ids: readonly number[]): Promise<void>;
  /** Adds members that are not in the list yet, at its end; answers how many were added, and the list. */
  addToWatchlist(id: number, members: readonly WatchlistMember[]): Promise<{ readonly added: number; readonly watchlist: Watchlist }>;
  dropFromWatchlist(id: number, symbols: readonly string[]): Promise<Watchlist>;
}
