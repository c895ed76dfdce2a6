import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import type { Watchlist, WatchlistAddition, WatchlistMember } from '../../shared/contract/watchlists.ts';
import { errorReplyOf } from './error-reply.ts';
import type { Loadable } from './loadable.ts';

export interface WatchlistsState {
  readonly lists: Loadable<readonly Watchlist[]>;
  /** The list that is shown; null for all symbols. */
  readonly chosen: number | null;
  load(): Promise<void>;
  choose(id: number | null): void;
  /** Makes a list and shows it. Every change rejects with what went wrong. */
  create(name: string, group: string | null): Promise<Watchlist>;
  edit(id: number, name: string, group: string | null): Promise<void>;
  remove(id: number): Promise<void>;
  /** Moves a list `step` places in the order of the lists. */
  moveList(id: number, step: number): Promise<void>;
  add(id: number, text: string, tags: readonly string[]): Promise<WatchlistAddition>;
  drop(id: number, symbols: readonly string[]): Promise<void>;
  setTags(id: number, symbol: string, tags: readonly string[]): Promise<void>;
  /** Moves a member `step` places in its list. */
  moveMember(id: number, symbol: string, step: number): Promise<void>;
}

export type WatchlistsStore = StoreApi<WatchlistsState>;

/** The user's own lists. After a change the core says so, and they are read again. */
export function createWatchlistsStore(caller: MethodCaller): WatchlistsStore {
  return createStore<WatchlistsState>()((set, get) => {
    const keepMembers = async (id: number, members: readonly WatchlistMember[]): Promise<void> => {
      await caller.invoke('watchlists.save', { id, members: members.map(({ symbol, tags }) => ({ symbol, tags: [...tags] })) });
      await get().load();
    };
    return {
      lists: { state: 'loading', value: null },
      chosen: null,
      load: async () => {
        try {
          const value = await caller.invoke('watchlists.list', {});
          const gone = !value.some(({ id }) => id === get().chosen);
          set({ lists: { state: 'ready', value }, ...(gone ? { chosen: null } : {}) });
        } catch (thrown) {
          set({ lists: { state: 'failed', value: get().lists.value, error: errorReplyOf(thrown) } });
        }
      },
      choose: (chosen) => set({ chosen }),
      create: async (name, group) => {
        const made = await caller.invoke('watchlists.save', { name, group });
        await get().load();
        set({ chosen: made.id });
        return made;
      },
      edit: async (id, name, group) => {
        await caller.invoke('watchlists.save', { id, name, group });
        await get().load();
      },
      remove: async (id) => {
        await caller.invoke('watchlists.remove', { id });
        await get().load();
      },
      moveList: async (id, step) => {
        const ids = moved((get().lists.value ?? []).map((list) => list.id), id, step);
        if (ids === null) return;
        await caller.invoke('watchlists.order', { ids });
        await get().load();
      },
      add: async (id, text, tags) => {
        const done = await caller.invoke('watchlists.add', { id, text, tags: [...tags] });
        await get().load();
        return done;
      },
      drop: async (id, symbols) => {
        await caller.invoke('watchlists.drop', { id, symbols: [...symbols] });
        await get().load();
      },
      setTags: async (id, symbol, tags) => {
        const members = get().lists.value?.find((list) => list.id === id)?.members ?? [];
        await keepMembers(id, members.map((member) => (member.symbol === symbol ? { symbol, tags } : member)));
      },
      moveMember: async (id, symbol, step) => {
        const members = get().lists.value?.find((list) => list.id === id)?.members ?? [];
        const symbols = moved(members.map((member) => member.symbol), symbol, step);
        if (symbols === null) return;
        await keepMembers(id, symbols.map((key) => ({ symbol: key, tags: members.find((member) => member.symbol === key)?.tags ?? [] })));
      },
    };
  });
}

/** The items after one has moved `step` places, not past an end; null where it stays. */
function moved<Item>(items: readonly Item[], item: Item, step: number): Item[] | null {
  const from = items.indexOf(item);
  const to = Math.min(items.length - 1, Math.max(0, from + step));
  if (from === -1 || from === to) return null;
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** The list that is shown; null for all symbols. */
export function chosenWatchlist({ lists, chosen }: Pick<WatchlistsState, 'lists' | 'chosen'>): Watchlist | null {
  return lists.value?.find(({ id }) => id === chosen) ?? null;
}
