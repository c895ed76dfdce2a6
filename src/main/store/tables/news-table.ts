import type { ErrorReply } from '../../../shared/app-error.ts';
import type { NewsMood, NewsReason } from '../../../shared/contract/news.ts';
import type { UtcMs } from '../../../shared/time.ts';
import type { Connection } from '../connect.ts';
import type { FeedState, NewsFilter, NewsRun, NewsTitle, StoredNews } from '../news-store.ts';

/** News, by what names they are known, and the state of their feeds. */
export interface NewsTable {
  list(filter: NewsFilter): readonly StoredNews[];
  /** Titles published from a time on, with their ids. */
  titles(from: UtcMs): readonly NewsTitle[];
  /** The identities that are known already. */
  known(identities: readonly string[]): ReadonlySet<string>;
  feeds(): readonly FeedState[];
  /** Answers how many were added. */
  record(run: NewsRun): number;
}

type Named = Readonly<Record<string, string | number | null>>;

interface NewsRow {
  id: number;
  title: string;
  summary: string;
  url: string | null;
  source: string;
  published_at: number;
  is_dated: number;
  fetched_at: number;
  mood: string | null;
  score: number;
  confidence: number;
  reasons: string;
  important: string;
  topics: string;
  symbols: string;
  copies: number;
}

/** So many are kept; the oldest go first. Counted, not aged: a clock set wrong must not empty the table. */
const keptNews = 20_000;

export function newsTable(database: Connection): NewsTable {
  const list = database.prepare<Named, NewsRow>(
    `SELECT news.*, (SELECT json_group_array(symbol) FROM news_symbol WHERE news_symbol.news = news.id) AS symbols,
       (SELECT count(*) - 1 FROM news_identity WHERE news_identity.news = news.id) AS copies
     FROM news
     WHERE published_at > @from AND published_at <= @until
       AND (@symbol IS NULL OR EXISTS (SELECT 1 FROM news_symbol WHERE news_symbol.news = news.id AND symbol = @symbol))
       AND (@text IS NULL OR instr(lower(title || ' ' || summary), lower(@text)) > 0)
       AND (@topic IS NULL OR EXISTS (SELECT 1 FROM json_each(topics) WHERE value = @topic))
       AND (@mood IS NULL OR mood = @mood)
       AND (@important = 0 OR important <> '[]')
     ORDER BY published_at DESC, id DESC LIMIT @limit`,
  );
  const titles = database.prepare<[number], { id: number; title: string; published_at: number }>('SELECT id, title, published_at FROM news WHERE published_at >= ? ORDER BY id');
  const known = database.prepare<[string], number>('SELECT news FROM news_identity WHERE identity = ?').pluck();
  const feeds = database.prepare<[], { url: string; etag: string | null; last_modified: string | null; succeeded_at: number | null; failed_at: number | null; failure: string | null }>('SELECT * FROM news_feed ORDER BY url');
  const add = database.prepare<Named>(
    `INSERT INTO news (title, summary, url, source, published_at, is_dated, fetched_at, mood, score, confidence, reasons, important, topics)
     VALUES (@title, @summary, @url, @source, @publishedAt, @isDated, @fetchedAt, @mood, @score, @confidence, @reasons, @important, @topics)`,
  );
  const identify = database.prepare<[string, number]>('INSERT INTO news_identity (identity, news) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const link = database.prepare<[number, string]>('INSERT INTO news_symbol (news, symbol) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const putFeed = database.prepare<Named>(
    `INSERT INTO news_feed (url, etag, last_modified, succeeded_at, failed_at, failure) VALUES (@url, @etag, @lastModified, @succeededAt, @failedAt, @failure)
     ON CONFLICT (url) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified, succeeded_at = excluded.succeeded_at, failed_at = excluded.failed_at, failure = excluded.failure`,
  );
  const prune = database.prepare<[number]>('DELETE FROM news WHERE id IN (SELECT id FROM news ORDER BY published_at DESC, id DESC LIMIT -1 OFFSET ?)');
  return {
    list: ({ from, until, symbol, text, topic, mood, important, limit }) => list.all({ from, until, symbol, text, topic, mood, important: important ? 1 : 0, limit }).map(toNews),
    titles: (from) => titles.all(from).map(({ id, title, published_at }) => ({ id, title, publishedAt: published_at as UtcMs })),
    known: (identities) => new Set(identities.filter((identity) => known.get(identity) !== undefined)),
    feeds: () =>
      feeds.all().map((row) => ({
        url: row.url, etag: row.etag, lastModified: row.last_modified, succeededAt: row.succeeded_at as UtcMs | null,
        // Only `record` writes the column.
        failure: row.failed_at === null || row.failure === null ? null : { at: row.failed_at as UtcMs, error: JSON.parse(row.failure) as ErrorReply },
      })),
    record: ({ items, repeats, feeds: states }) => {
      const ids = items.map(({ item: { symbols, reasons, important, topics, isDated, ...item }, identity }) => {
        const id = Number(add.run({ ...item, isDated: isDated ? 1 : 0, reasons: JSON.stringify(reasons), important: JSON.stringify(important), topics: JSON.stringify(topics) }).lastInsertRowid);
        identify.run(identity, id);
        for (const symbol of symbols) link.run(id, symbol);
        return id;
      });
      for (const { identity, of } of repeats) {
        const id = of.kind === 'stored' ? of.id : ids[of.index];
        if (id !== undefined) identify.run(identity, id);
      }
      for (const { url, etag, lastModified, succeededAt, failure } of states) {
        putFeed.run({ url, etag, lastModified, succeededAt, failedAt: failure?.at ?? null, failure: failure === null ? null : JSON.stringify(failure.error) });
      }
      if (ids.length > 0) prune.run(keptNews);
      return ids.length;
    },
  };
}

function toNews(row: NewsRow): StoredNews {
  return {
    id: row.id,
    title: row.title,
    summary: row.summary,
    url: row.url,
    source: row.source,
    publishedAt: row.published_at as UtcMs,
    isDated: row.is_dated === 1,
    fetchedAt: row.fetched_at as UtcMs,
    // Only `record` writes these columns.
    mood: row.mood as NewsMood | null,
    score: row.score,
    confidence: row.confidence,
    reasons: JSON.parse(row.reasons) as NewsReason[],
    important: JSON.parse(row.important) as string[],
    topics: JSON.parse(row.topics) as string[],
    symbols: JSON.parse(row.symbols) as string[],
    copies: row.copies,
  };
}
