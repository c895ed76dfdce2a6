import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Cache } from '../cache/cache.ts';
import type { FeedContent } from './read-feed.ts';

const page = z.strictObject({
  title: z.string(),
  items: z.array(z.strictObject({ title: z.string(), summary: z.string(), link: z.string(), guid: z.string(), publishedMs: z.number().nullable(), tickers: z.array(z.string()) })),
}) satisfies z.ZodType<FeedContent>;

/** Longer addresses are no keys of the cache. */
const longestKey = 200;

/** Under which key the page of a feed is held. */
export function pageKey(url: string): string {
  return url.length <= longestKey ? url : `sha256:${createHash('sha256').update(url).digest('hex')}`;
}

/** The page held of a feed; null where there is none, or one of another shape. */
export function heldPage(cache: Pick<Cache, 'peek'>, url: string): FeedContent | null {
  const entry = cache.peek('news', pageKey(url));
  return entry === null ? null : (page.safeParse(JSON.parse(entry.json)).data ?? null);
}

/** A held page as it was read. Throws for another shape. */
export function parsePage(value: unknown): FeedContent {
  return page.parse(value);
}
