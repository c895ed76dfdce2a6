import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import type { NewsFeed, NewsFetched, NewsItem, NewsMood, NewsTopicCount } from '../../shared/contract/news.ts';
import type { Task } from '../../shared/contract/tasks.ts';
import { errorReplyOf } from './error-reply.ts';
import type { Loadable } from './loadable.ts';

/** Which news are shown. */
export interface NewsView {
  readonly days: number;
  readonly text: string;
  readonly topic: string | null;
  readonly mood: NewsMood | null;
  readonly important: boolean;
  /** Nothing published later is shown; null for now. */
  readonly asOf: string | null;
}

export interface NewsState {
  readonly view: NewsView;
  readonly items: Loadable<readonly NewsItem[]>;
  readonly topics: readonly NewsTopicCount[];
  readonly feeds: readonly NewsFeed[];
  readonly chosen: number | null;
  /** The last year's news that name one symbol, and which they are of. */
  readonly ofSymbol: Loadable<readonly NewsItem[]>;
  readonly symbol: { readonly symbol: string; readonly asOf: string | null } | null;
  /** The fetch under way. */
  readonly task: string | null;
  /** What the last fetch of this window came to. */
  readonly fetched: NewsFetched | null;
  load(): Promise<void>;
  show(view: Partial<NewsView>): Promise<void>;
  choose(id: number | null): void;
  loadSymbol(symbol: string, asOf: string | null): Promise<void>;
  /** These reject with what went wrong. */
  fetch(): Promise<void>;
  saveFeeds(feeds: readonly Pick<NewsFeed, 'url' | 'title' | 'enabled'>[]): Promise<void>;
  followTask(task: Task): void;
}

export type NewsStore = StoreApi<NewsState>;

const shownItems = 500;

export function createNewsStore(caller: MethodCaller): NewsStore {
  return createStore<NewsState>()((set, get) => {
    let asked = 0;
    return {
      view: { days: 7, text: '', topic: null, mood: null, important: false, asOf: null },
      items: { state: 'loading', value: null },
      topics: [],
      feeds: [],
      chosen: null,
      ofSymbol: { state: 'loading', value: null },
      symbol: null,
      task: null,
      fetched: null,
      load: async () => {
        const mine = (asked += 1);
        const { days, text, topic, mood, important, asOf } = get().view;
        const window = { days, ...(asOf === null ? {} : { asOf }) };
        try {
          const [items, topics, feeds] = await Promise.all([
            caller.invoke('news.list', { ...window, important, limit: shownItems, ...(text === '' ? {} : { text }), ...(topic === null ? {} : { topic }), ...(mood === null ? {} : { mood }) }),
            caller.invoke('news.topics', window),
            caller.invoke('news.feeds', {}),
          ]);
          // An answer to an earlier question must not stand under a later one.
          if (mine === asked) set({ items: { state: 'ready', value: items }, topics, feeds });
        } catch (thrown) {
          if (mine === asked) set({ items: { state: 'failed', value: get().items.value, error: errorReplyOf(thrown) } });
        }
      },
      show: async (view) => {
        set({ view: { ...get().view, ...view } });
        await get().load();
      },
      choose: (chosen) => set({ chosen }),
      loadSymbol: async (symbol, asOf) => {
        const before = get().symbol;
        const wanted = { symbol, asOf };
        set({ symbol: wanted, ...(before?.symbol === symbol ? {} : { ofSymbol: { state: 'loading', value: null } }) });
        try {
          const [value, feeds] = await Promise.all([caller.invoke('news.list', { symbol, days: 365, limit: 100, ...(asOf === null ? {} : { asOf }) }), caller.invoke('news.feeds', {})]);
          if (get().symbol === wanted) set({ ofSymbol: { state: 'ready', value }, feeds });
        } catch (thrown) {
          if (get().symbol === wanted) set({ ofSymbol: { state: 'failed', value: null, error: errorReplyOf(thrown) } });
        }
      },
      fetch: async () => {
        set({ task: '', fetched: null });
        try {
          const { task } = await caller.invoke('news.refresh', {});
          if (get().task === '') set({ task });
        } catch (thrown) {
          set({ task: null });
          throw thrown;
        }
      },
      saveFeeds: async (feeds) => {
        set({ feeds: await caller.invoke('news.saveFeeds', { feeds: feeds.map(({ url, title, enabled }) => ({ url, title, enabled })) }) });
      },
      followTask: (task) => {
        if (task.kind !== 'news' || task.endedAt === null) return;
        set({ task: null, fetched: task.state === 'completed' ? (task.result as NewsFetched) : null });
      },
    };
  });
}
