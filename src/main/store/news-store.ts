import type { ErrorReply } from '../../shared/app-error.ts';
import type { NewsItem } from '../../shared/contract/news.ts';
import type { UtcMs } from '../../shared/time.ts';

/** A piece of news as it is kept. */
export type StoredNews = NewsItem;
export type NewNews = Omit<NewsItem, 'id' | 'copies'>;

/** The news wanted, newest first: published after `from`, up to and including `until`. */
export interface NewsFilter {
  readonly from: UtcMs;
  readonly until: UtcMs;
  readonly symbol: string | null;
  readonly text: string | null;
  readonly topic: string | null;
  readonly mood: NewsItem['mood'];
  readonly important: boolean;
  readonly limit: number;
}

export interface NewsTitle {
  readonly id: number;
  readonly title: string;
  readonly publishedAt: UtcMs;
}

/** How a feed fared, and what it wants to hear to answer that nothing changed. */
export interface FeedState {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly succeededAt: UtcMs | null;
  readonly failure: { readonly at: UtcMs; readonly error: ErrorReply } | null;
}

/** The news that says the same: one that is stored, or one of the same run by its place in `items`. */
export type RepeatOf = { readonly kind: 'stored'; readonly id: number } | { readonly kind: 'new'; readonly index: number };

/** What one fetch of the feeds brought; kept in one transaction. */
export interface NewsRun {
  readonly items: readonly { readonly item: NewNews; readonly identity: string }[];
  /** Further identities of news that are there already. */
  readonly repeats: readonly { readonly identity: string; readonly of: RepeatOf }[];
  readonly feeds: readonly FeedState[];
}

/** The news kept, and how its feeds fared. */
export interface NewsReader {
  news(filter: NewsFilter): readonly StoredNews[];
  newsTitles(from: UtcMs): readonly NewsTitle[];
  /** The identities among these that are known. */
  knownNews(identities: readonly string[]): ReadonlySet<string>;
  newsFeeds(): readonly FeedState[];
}

export interface NewsWriter {
  /** Keeps fetched news; answers how many were added. */
  recordNews(run: NewsRun): Promise<number>;
}
