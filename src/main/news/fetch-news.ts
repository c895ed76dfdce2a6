import type { NamedInstrument } from '../../analysis/news/symbol-linker.ts';
import { createSymbolLinker } from '../../analysis/news/symbol-linker.ts';
import { importantWords, topicsOf, type NewsWords } from '../../analysis/news/news-words.ts';
import { TitleIndex } from '../../analysis/news/title-index.ts';
import type { Lexicon } from '../../analysis/sentiment/lexicon.ts';
import { sentiment } from '../../analysis/sentiment/sentiment.ts';
import { AppError } from '../../shared/app-error.ts';
import type { NewsFetched } from '../../shared/contract/news.ts';
import { dayMs, type UtcMs } from '../../shared/time.ts';
import type { Cache } from '../cache/cache.ts';
import type { Clock } from '../ports.ts';
import type { Http, Validators } from '../providers/http.ts';
import type { FeedState, NewNews, NewsRun, RepeatOf } from '../store/news-store.ts';
import type { Store } from '../store/store.ts';
import { canonicalUrl, openableUrl } from './canonical-url.ts';
import type { ListedFeed } from './feed-list.ts';
import { heldPage, pageKey, parsePage } from './feed-page.ts';
import type { FeedContent, FeedItem } from './read-feed.ts';

export interface NewsServices {
  readonly store: Pick<Store, 'read' | 'write'>;
  readonly http: Http;
  /** Holds the last page of each feed. */
  readonly cache: Pick<Cache, 'read' | 'peek'>;
  readonly clock: Clock;
  readonly feeds: () => readonly ListedFeed[];
  /** Read when first asked for: most starts never fetch news. */
  readonly words: () => NewsWords;
  readonly lexicons: () => readonly Lexicon[];
}

const limitBytes = 4 * 1_024 * 1_024;
const feedTypes = [
  'application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/xml', 'text/xml', 'application/feed+json', 'application/json', 'text/json', 'text/plain', 'application/octet-stream',
];
/** Titles of so many days are held against new ones. */
const titleDays = 3;

/** Fetches every feed that is switched on; one that fails does not stop the others. What came is judged, linked and kept at once. */
export async function fetchNews(services: NewsServices, signal: AbortSignal, progress: (done: number, total: number) => void = () => undefined): Promise<NewsFetched> {
  const { store, clock } = services;
  const feeds = services.feeds().filter(({ enabled }) => enabled);
  const before = new Map(store.read.newsFeeds().map((state) => [state.url, state]));
  let done = 0;
  const answers = await Promise.all(
    feeds.map(async (feed) => {
      const answer = await askFeed(services, feed, before.get(feed.url), signal);
      done += 1;
      progress(done, feeds.length);
      return answer;
    }),
  );
  signal.throwIfAborted();
  const failures = answers.flatMap(({ state: { url, failure } }) => (failure === null ? [] : [{ subject: url, error: failure.error }]));
  const run = judge(services, answers.flatMap(({ content, source }) => (content ?? []).map((item) => ({ item, source }))), clock.now());
  const changed = answers.filter(({ state }) => JSON.stringify(state) !== JSON.stringify(before.get(state.url)));
  if (run.items.length + run.repeats.length + changed.length > 0) await store.write.recordNews({ ...run, feeds: changed.map(({ state }) => state) });
  return { added: run.items.length, repeated: run.repeats.length, feeds: feeds.length, failures };
}

interface FeedAnswer {
  readonly state: FeedState;
  readonly source: string;
  /** Null where nothing changed or nothing came. */
  readonly content: FeedContent['items'] | null;
}

/**
 * Asks a feed for what is new, through the cache that holds its last page: a feed that says it has not changed keeps that page, and one whose
 * page is no longer held is asked for all of it.
 */
async function askFeed({ http, cache, clock }: NewsServices, { url, title }: ListedFeed, before: FeedState | undefined, signal: AbortSignal): Promise<FeedAnswer> {
  const known: FeedState = before ?? { url, etag: null, lastModified: null, succeededAt: null, failure: null };
  const { host } = new URL(url);
  const source = title === '' ? host.replace(/^www\./, '') : title;
  const key = pageKey(url);
  const held = heldPage(cache, url);
  let fresh: Validators | null = null;
  const ask = async (either: AbortSignal): Promise<FeedContent> => {
    // The feed parser is loaded with the first fetch.
    const { readFeed } = await import('./read-feed.ts');
    const conditional = held === null ? {} : { validators: { etag: known.etag, lastModified: known.lastModified } };
    const reply = await http.get({
      url: new URL(url),
      types: feedTypes,
      read: ({ body, header }) => readFeed(body, header('content-type'), host),
      ...conditional,
      roams: true,
      limitBytes,
      signal: either,
    });
    if (reply.state === 'unchanged') return held ?? { title: '', items: [] };
    fresh = reply.validators;
    return reply.value;
  };
  try {
    const { value, problem } = await cache.read({
      region: 'news', key, maxAgeMs: 0, parse: parsePage,
      fetch: async (_keys, stop) => new Map([[key, { value: await ask(AbortSignal.any([signal, stop])), source: host }]]),
    });
    if (problem !== null) throw problem;
    const succeeded = { ...known, succeededAt: clock.now(), failure: null };
    if (fresh === null) return { state: succeeded, source, content: null };
    return { state: { ...succeeded, ...(fresh as Validators) }, source: title === '' && value.title !== '' ? value.title : source, content: value.items };
  } catch (error) {
    if (signal.aborted || !(error instanceof AppError)) throw error;
    return { state: { ...known, failure: { at: clock.now(), error: error.toReply() } }, source, content: null };
  }
}

/** What of the items is new, with everything that follows from their texts. */
function judge({ store, words, lexicons }: NewsServices, found: readonly { readonly item: FeedItem; readonly source: string }[], now: UtcMs): Pick<NewsRun, 'items' | 'repeats'> {
  const named = found.map(({ item, source }) => ({ item, source, identity: identityOf(item, source) }));
  const known = new Set(store.read.knownNews(named.map(({ identity }) => identity)));
  const fresh = named.filter(({ identity }) => !known.has(identity) && known.add(identity));
  if (fresh.length === 0) return { items: [], repeats: [] };
  const dated = fresh.map((one) => ({ ...one, publishedAt: Math.min(one.item.publishedMs ?? now, now) as UtcMs }));
  const titles = new TitleIndex<RepeatOf>();
  const oldest = dated.reduce((least, { publishedAt }) => Math.min(least, publishedAt), now as number);
  for (const { id, title, publishedAt } of store.read.newsTitles((oldest - titleDays * dayMs) as UtcMs)) titles.add(title, publishedAt, { kind: 'stored', id });
  const link = createSymbolLinker(store.read.instruments() satisfies readonly NamedInstrument[]);
  const items: NewsRun['items'][number][] = [];
  const repeats: NewsRun['repeats'][number][] = [];
  for (const { item, source, identity, publishedAt } of dated) {
    const of = titles.find(item.title, publishedAt);
    if (of !== null) {
      repeats.push({ identity, of });
      continue;
    }
    titles.add(item.title, publishedAt, { kind: 'new', index: items.length });
    items.push({ identity, item: judged(item, { source, publishedAt, now, words: words(), lexicons: lexicons(), link }) });
  }
  return { items, repeats };
}

interface Judging {
  readonly source: string;
  readonly publishedAt: UtcMs;
  readonly now: UtcMs;
  readonly words: NewsWords;
  readonly lexicons: readonly Lexicon[];
  readonly link: ReturnType<typeof createSymbolLinker>;
}

function judged({ title, summary, link: address, publishedMs, tickers }: FeedItem, { source, publishedAt, now, words, lexicons, link }: Judging): NewNews {
  const text = summary.startsWith(title) ? summary : `${title}. ${summary}`;
  const { class: mood, score, confidence, hits } = sentiment(text, lexicons);
  return {
    title,
    summary,
    url: openableUrl(address),
    source,
    publishedAt,
    isDated: publishedMs !== null,
    fetchedAt: now,
    mood,
    score,
    confidence,
    reasons: hits.map(({ term, weight }) => ({ term, weight })),
    important: importantWords(text, words),
    topics: topicsOf(text, words),
    symbols: [...new Set([...link(text), ...tickers.flatMap((ticker) => link(`(${ticker})`))])].slice(0, 50),
  };
}

/** By its address, else by what its feed calls it, else by its title and day. */
function identityOf({ link, guid, title, publishedMs }: FeedItem, source: string): string {
  const url = canonicalUrl(link);
  if (url !== null) return url;
  return guid === '' ? `${source}|${title}|${Math.floor((publishedMs ?? 0) / dayMs)}` : `${source}|${guid.slice(0, 500)}`;
}
