import { hotTopics } from '../../analysis/news/hot-topics.ts';
import { AppError } from '../../shared/app-error.ts';
import type { NewsFeed } from '../../shared/contract/news.ts';
import type { AppEvent } from '../../shared/contract/event.ts';
import { dayMs, tradingDateOf, type UtcMs } from '../../shared/time.ts';
import { feedsSettingKey } from '../news/feed-list.ts';
import type { NewsServices } from '../news/fetch-news.ts';
import type { FetchNews } from '../news/join-fetch.ts';
import { checkSetting } from '../settings/settings.ts';
import type { NewsFilter } from '../store/news-store.ts';
import type { TaskRunner } from '../tasks/task-runner.ts';
import type { HandlersOf } from './handlers.ts';
import { resolveInstrument } from './resolve-symbol.ts';

interface NewsHandlerServices extends NewsServices {
  readonly fetch: FetchNews;
  readonly tasks: TaskRunner;
  readonly emit: (event: AppEvent) => void;
}

/** The methods `news.*`. */
export function newsHandlers(services: NewsHandlerServices): HandlersOf<'news'> {
  const { store, clock, tasks, words, emit } = services;
  /** The days up to the end of `asOf`, in UTC. */
  const windowOf = (asOf: string | undefined, days: number): { readonly from: UtcMs; readonly until: UtcMs } => {
    const end = asOf === undefined ? Infinity : (tradingDateOf(asOf) + 1) * dayMs - 1;
    const until = Math.min(clock.now(), end) as UtcMs;
    return { from: (until - days * dayMs) as UtcMs, until };
  };
  const everything: Omit<NewsFilter, 'from' | 'until'> = { symbol: null, text: null, topic: null, mood: null, important: false, limit: 5_000 };
  const feeds = (): NewsFeed[] => {
    const states = new Map(store.read.newsFeeds().map((state) => [state.url, state]));
    return services.feeds().map((feed) => ({ ...feed, succeededAt: states.get(feed.url)?.succeededAt ?? null, failure: states.get(feed.url)?.failure ?? null }));
  };
  return {
    'news.list': ({ asOf, days, symbol, text, topic, mood, important, limit }) =>
      store.read.news({
        ...windowOf(asOf, days),
        symbol: symbol === undefined ? null : resolveInstrument(symbol, store.read.instruments()).symbol,
        text: text === undefined || text.trim() === '' ? null : text.trim(),
        topic: topic ?? null,
        mood: mood ?? null,
        important,
        limit,
      }),
    'news.topics': ({ asOf, days }) => {
      const { from, until } = windowOf(asOf, days);
      const items = store.read.news({ ...everything, from: (from - days * dayMs) as UtcMs, until });
      const names = new Map(words().topics.map((topic) => [topic.id, topic]));
      return hotTopics(items.map(({ topics, score, mood, publishedAt }) => ({ topics, score: mood === null ? null : score, isRecent: publishedAt > from }))).map((hot) => ({
        ...hot, nameEn: names.get(hot.topic)?.en ?? hot.topic, nameZh: names.get(hot.topic)?.zh ?? hot.topic,
      }));
    },
    'news.feeds': feeds,
    'news.saveFeeds': async ({ feeds: listed }) => {
      const unique = [...new Map(listed.map((feed) => [feed.url, feed])).values()];
      const value = JSON.stringify(unique);
      if (value.length > 4_000) throw new AppError('news.feedsLong');
      checkSetting(feedsSettingKey, value);
      await store.write.setSetting(feedsSettingKey, value);
      emit({ type: 'settings', keys: [feedsSettingKey] });
      return feeds();
    },
    'news.refresh': () => {
      if (!services.feeds().some(({ enabled }) => enabled)) throw new AppError('news.noFeeds');
      const task = tasks.start('news', '', async ({ signal, progress }) => {
        const fetched = await services.fetch(signal, progress);
        emit({ type: 'news' });
        return fetched;
      });
      return { task: task.id };
    },
  };
}
