import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CacheEntryRow, CacheList, CacheRegionName, CacheStatistics, CacheValue } from '../../shared/contract/cache.ts';
import type { MethodInput } from '../../shared/contract/contract.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import { errorReplyOf } from './error-reply.ts';
import type { Loadable } from './loadable.ts';

export interface CacheState {
  readonly statistics: Loadable<CacheStatistics>;
  /** The region whose keys are shown; null for all. */
  readonly region: CacheRegionName | null;
  readonly text: string;
  readonly list: Loadable<CacheList>;
  readonly chosen: Pick<CacheEntryRow, 'region' | 'key'> | null;
  readonly value: Loadable<CacheValue>;
  load(): Promise<void>;
  search(text: string): Promise<void>;
  chooseRegion(region: CacheRegionName | null): Promise<void>;
  choose(region: CacheRegionName, key: string): Promise<void>;
  /** These reject with what went wrong. */
  clear(filter: MethodInput<'cache.clear'>): Promise<number>;
  warm(): Promise<void>;
}

export type CacheStore = StoreApi<CacheState>;

const shownEntries = 500;

/** What the cache holds and how often it answered, read whenever it is looked at. */
export function createCacheStore(caller: MethodCaller): CacheStore {
  return createStore<CacheState>()((set, get) => {
    const loadList = async (): Promise<void> => {
      const { region, text } = get();
      try {
        const value = await caller.invoke('cache.list', { text, limit: shownEntries, ...(region === null ? {} : { region }) });
        if (get().region === region && get().text === text) set({ list: { state: 'ready', value } });
      } catch (thrown) {
        set({ list: { state: 'failed', value: get().list.value, error: errorReplyOf(thrown) } });
      }
    };
    return {
      statistics: { state: 'loading', value: null },
      region: null,
      text: '',
      list: { state: 'loading', value: null },
      chosen: null,
      value: { state: 'loading', value: null },
      load: async () => {
        try {
          set({ statistics: { state: 'ready', value: await caller.invoke('cache.stats', {}) } });
        } catch (thrown) {
          set({ statistics: { state: 'failed', value: get().statistics.value, error: errorReplyOf(thrown) } });
        }
        await loadList();
      },
      search: async (text) => {
        set({ text });
        await loadList();
      },
      chooseRegion: async (region) => {
        set({ region, chosen: null });
        await loadList();
      },
      choose: async (region, key) => {
        set({ chosen: { region, key }, value: { state: 'loading', value: null } });
        const isChosen = (): boolean => get().chosen?.region === region && get().chosen?.key === key;
        try {
          const value = await caller.invoke('cache.get', { region, key });
          if (isChosen()) set({ value: { state: 'ready', value } });
        } catch (thrown) {
          if (isChosen()) set({ value: { state: 'failed', value: null, error: errorReplyOf(thrown) } });
        }
      },
      clear: async (filter) => {
        const { removed } = await caller.invoke('cache.clear', filter);
        set({ chosen: null });
        await get().load();
        return removed;
      },
      warm: async () => {
        await caller.invoke('cache.warm', {});
      },
    };
  });
}
