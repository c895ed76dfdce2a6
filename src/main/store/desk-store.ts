import type { Rejection } from '../../shared/contract/imports.ts';
import type { Portfolio, PortfolioEntry, PortfolioSummary } from '../../shared/contract/portfolios.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { Watchlist, WatchlistMember } from '../../shared/contract/watchlists.ts';

/** What a person keeps beside the bars. */
export interface DeskReader {
  /** In the user's order. */
  watchlists(): readonly Watchlist[];
  /** By name. */
  portfolios(): readonly PortfolioSummary[];
  portfolio(id: number): Portfolio | null;
}

export interface WatchlistDraft {
  /** The list to change; null to make one. */
  readonly id: number | null;
  readonly name: string | null;
  /** Undefined leaves the group as it is. */
  readonly group: string | null | undefined;
  readonly members: readonly WatchlistMember[] | null;
}

/** A file of symbols, as it goes into the list of a name. */
export interface WatchlistImport {
  readonly file: string;
  readonly name: string;
  readonly symbols: readonly string[];
  readonly rejections: readonly Rejection[];
  readonly at: UtcMs;
}

export interface ImportedWatchlist {
  readonly batch: number;
  readonly added: number;
  readonly watchlist: Watchlist;
}

export interface PortfolioDraft {
  /** The portfolio to change; null to make one. */
  readonly id: number | null;
  readonly name: string | null;
  /** Undefined leaves the currency as it is. */
  readonly currency: string | null | undefined;
  readonly entries: readonly PortfolioEntry[] | null;
}

export interface DeskWriter {
  /** Makes or changes a list. Throws `watchlist.taken` for a name in use, `watchlist.gone` for a list that is not there. */
  saveWatchlist(draft: WatchlistDraft): Promise<Watchlist>;
  removeWatchlist(id: number): Promise<void>;
  orderWatchlists(ids: readonly number[]): Promise<void>;
  /** Adds members that are not in the list yet, at its end; answers how many were added, and the list. */
  addToWatchlist(id: number, members: readonly WatchlistMember[]): Promise<{ readonly added: number; readonly watchlist: Watchlist }>;
  /** Adds the symbols of a file to the list of a name, which is made where there is none, under an import that can be undone. */
  importWatchlist(list: WatchlistImport): Promise<ImportedWatchlist>;
  /** Makes or changes a portfolio. Throws `portfolio.taken` for a name in use, `portfolio.gone` for one that is not there. */
  savePortfolio(draft: PortfolioDraft, at: UtcMs): Promise<Portfolio>;
  removePortfolio(id: number): Promise<void>;
  dropFromWatchlist(id: number, symbols: readonly string[]): Promise<Watchlist>;
}
