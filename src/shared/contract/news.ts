import { z } from 'zod';
import type { ErrorReply } from '../app-error.ts';
import type { UtcMs } from '../time.ts';
import { defineMethod } from './define-method.ts';
import { isoDate, symbolText, text, whole } from './field.ts';

export const newsMoods = ['veryNegative', 'negative', 'neutral', 'positive', 'veryPositive'] as const;
export type NewsMood = (typeof newsMoods)[number];

/** A word that counted for the sentiment, with its weight after negation and degree. */
export interface NewsReason {
  readonly term: string;
  readonly weight: number;
}

/** One piece of news, as text only. */
export interface NewsItem {
  readonly id: number;
  readonly title: string;
  readonly summary: string;
  /** https only; null where there is no address that may be opened. */
  readonly url: string | null;
  readonly source: string;
  readonly publishedAt: UtcMs;
  /** False where the source gave no usable date: the time is then when it was fetched. */
  readonly isDated: boolean;
  readonly fetchedAt: UtcMs;
  /** Null where no word list fits its language. */
  readonly mood: NewsMood | null;
  readonly score: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly NewsReason[];
  /** The words for which it counts as important; empty: it does not. */
  readonly important: readonly string[];
  readonly topics: readonly string[];
  readonly symbols: readonly string[];
  /** How often it came again under another address or title. */
  readonly copies: number;
}

export interface NewsTopicCount {
  readonly topic: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly count: number;
  /** In the window of the same length before. */
  readonly before: number;
  /** Mean score of the sentiment; null where nothing could be judged. */
  readonly mean: number | null;
}

export interface NewsFeed {
  readonly url: string;
  readonly title: string;
  readonly enabled: boolean;
  readonly succeededAt: UtcMs | null;
  readonly failure: { readonly at: UtcMs; readonly error: ErrorReply } | null;
}

/** What a fetch of the feeds came to; the result of a task of kind `news`. */
export interface NewsFetched {
  readonly added: number;
  readonly repeated: number;
  readonly feeds: number;
  readonly failures: readonly { readonly subject: string; readonly error: ErrorReply }[];
}

const feedUrl = z.url({ protocol: /^https?$/ }).max(1_000).refine((value) => value.isWellFormed() && !value.includes('\0'), { error: 'holds a character that is not text' });
const window = { asOf: isoDate.optional(), days: whole(1, 3_650).default(7) };

export const newsMethods = {
  /** News, newest first, published in the `days` up to `asOf` (now where left out). Nothing published later is answered. */
  'news.list': defineMethod<readonly NewsItem[]>()(
    z.strictObject({
      ...window,
      symbol: symbolText.optional(),
      text: text(100).optional(),
      topic: text(40, 1).optional(),
      mood: z.enum(newsMoods).optional(),
      important: z.boolean().default(false),
      limit: whole(1, 1_000).default(200),
    }),
  ),
  'news.topics': defineMethod<readonly NewsTopicCount[]>()(z.strictObject(window)),
  'news.feeds': defineMethod<readonly NewsFeed[]>()(z.strictObject({})),
  /** Replaces the list of feeds. None is there until the user adds it. */
  'news.saveFeeds': defineMethod<readonly NewsFeed[]>()(
    z.strictObject({ feeds: z.array(z.strictObject({ url: feedUrl, title: text(80), enabled: z.boolean() })).max(20) }),
  ),
  /** Fetches the feeds that are switched on, as a task whose result is `NewsFetched`. */
  'news.refresh': defineMethod<{ readonly task: string }>()(z.strictObject({})),
};
