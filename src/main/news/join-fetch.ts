import type { NewsFetched } from '../../shared/contract/news.ts';
import { fetchNews, type NewsServices } from './fetch-news.ts';

export type FetchNews = (signal: AbortSignal, progress?: (done: number, total: number) => void) => Promise<NewsFetched>;

/** Fetches news once at a time: who asks while a fetch is under way gets that one's end (T8). */
export function joinFetch(services: NewsServices): FetchNews {
  let running: Promise<NewsFetched> | null = null;
  return (signal, progress) => {
    running ??= fetchNews(services, signal, progress).finally(() => {
      running = null;
    });
    return running;
  };
}
