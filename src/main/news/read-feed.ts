import { parseFeed } from 'feedsmith';
import { z } from 'zod';
import { AppError } from '../../shared/app-error.ts';
import { decodeFeed } from './decode-feed.ts';
import { plainText } from './plain-text.ts';

/** One item as a feed gives it, cleaned. */
export interface FeedItem {
  readonly title: string;
  readonly summary: string;
  /** The address as given; empty for none. */
  readonly link: string;
  /** Names the item within its feed where it has no address. */
  readonly guid: string;
  /** Null where the feed gives no date that reads. */
  readonly publishedMs: number | null;
  /** Tickers that the feed itself names. */
  readonly tickers: readonly string[];
}

export interface FeedContent {
  readonly title: string;
  readonly items: readonly FeedItem[];
}

const mostItems = 500;
const titleLength = 300;
const summaryLength = 1_000;

const telegraph = z.object({
  data: z.object({
    roll_data: z.array(z.object({ id: z.number(), ctime: z.number(), title: z.string().default(''), brief: z.string().default(''), content: z.string().default(''), shareurl: z.string().default('') })),
  }),
});
const yahooNews = z.object({
  news: z.array(z.object({ uuid: z.string(), title: z.string(), link: z.string().default(''), providerPublishTime: z.number().optional(), relatedTickers: z.array(z.string()).optional() })),
});

/**
 * Reads an RSS, Atom, RDF or JSON feed, a CLS telegraph answer or the news of a Yahoo search. Items without any text are left out.
 * Throws `news.feed` for anything else.
 */
export function readFeed(body: Uint8Array, contentType: string | null, host: string): FeedContent {
  const text = decodeFeed(body, contentType);
  if (/^\s*\{/.test(text)) {
    const json = parseJson(text, host);
    const found = fromTelegraph(json) ?? fromYahoo(json);
    if (found !== null) return found;
  }
  try {
    const { format, feed } = parseFeed(text);
    const parsed = format === 'atom' ? looseAtom.parse(feed) : loose.parse(feed);
    const items = 'entries' in parsed ? parsed.entries.map(fromEntry) : parsed.items.map(fromItem);
    return content(textOf(parsed.title), items);
  } catch (error) {
    throw new AppError('news.feed', { host, problem: error instanceof Error ? error.message.slice(0, 120) : 'unreadable' }, { cause: error });
  }
}

function parseJson(text: string, host: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('news.feed', { host, problem: 'no JSON' }, { cause: error });
  }
}

/** Feeds give texts as strings or as `{value}`. */
const someText = z.union([z.string(), z.object({ value: z.string().optional() })]).optional().catch(undefined);
const item = z.object({
  title: someText, link: someText, url: someText, id: someText, guid: someText, description: someText, summary: someText, content_text: someText, content_html: someText,
  pubDate: someText, date_published: someText, dc: z.object({ date: someText, dates: z.array(someText).optional() }).optional().catch(undefined),
});
const entry = z.object({
  title: someText, id: someText, summary: someText, content: someText, published: someText, updated: someText,
  links: z.array(z.object({ href: z.string().optional(), rel: z.string().optional() })).default([]).catch([]),
});
const loose = z.object({ title: someText, items: z.array(item).default([]) });
const looseAtom = z.object({ title: someText, entries: z.array(entry).default([]) });

function fromItem({ title, link, url, id, guid, description, summary, content_text, content_html, pubDate, date_published, dc }: z.output<typeof item>): FeedItem {
  const date = textOf(pubDate) || textOf(date_published) || textOf(dc?.date ?? dc?.dates?.[0]);
  return cleaned(textOf(title), textOf(description) || textOf(summary) || textOf(content_text) || textOf(content_html), textOf(link) || textOf(url), textOf(guid) || textOf(id), readDate(date));
}

function fromEntry({ title, id, summary, content, published, updated, links }: z.output<typeof entry>): FeedItem {
  const link = links.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? '';
  return cleaned(textOf(title), textOf(summary) || textOf(content), link, textOf(id), readDate(textOf(published) || textOf(updated)));
}

function fromTelegraph(json: unknown): FeedContent | null {
  const parsed = telegraph.safeParse(json);
  if (!parsed.success) return null;
  const items = parsed.data.data.roll_data.map(({ id, ctime, title, brief, content: full, shareurl }) => {
    const body = brief || full;
    // Most telegrams have no title of their own: their first sentence says it.
    return cleaned(title || (/^[^。！？]*[。！？]?/.exec(body)?.[0] ?? body), body, shareurl, `cls-${id}`, ctime * 1_000);
  });
  return content('财联社', items);
}

function fromYahoo(json: unknown): FeedContent | null {
  const parsed = yahooNews.safeParse(json);
  if (!parsed.success) return null;
  const items = parsed.data.news.map(({ uuid, title, link, providerPublishTime, relatedTickers = [] }) => ({
    ...cleaned(title, '', link, uuid, providerPublishTime === undefined ? null : providerPublishTime * 1_000),
    tickers: relatedTickers.slice(0, 20),
  }));
  return content('Yahoo Finance', items);
}

function cleaned(title: string, summary: string, link: string, guid: string, publishedMs: number | null): FeedItem {
  return { title: plainText(title, titleLength), summary: plainText(summary, summaryLength), link: link.trim(), guid: guid.trim(), publishedMs, tickers: [] };
}

function content(title: string, items: readonly FeedItem[]): FeedContent {
  return { title: plainText(title, 80), items: items.slice(0, mostItems).flatMap((one) => (one.title !== '' ? [one] : one.summary !== '' ? [{ ...one, title: plainText(one.summary, 120) }] : [])) };
}

function textOf(value: z.output<typeof someText>): string {
  return typeof value === 'string' ? value : (value?.value ?? '');
}

/** RFC 822, as RSS has it, or ISO; null for what does not read as either. */
function readDate(text: string): number | null {
  const time = Date.parse(text.trim());
  return Number.isNaN(time) ? null : time;
}
