import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CleanUp, StoreFacts } from '../../shared/contract/db.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import { errorReplyOf } from './error-reply.ts';
import type { Loadable } from './loadable.ts';

export interface StoreFileState {
  readonly facts: Loadable<StoreFacts>;
  /** What a clean-up would remove, once it was asked. */
  readonly preview: CleanUp | null;
  /** What was just done, in a word. */
  readonly done: 'cleaned' | 'sound' | null;
  /** What a check found wrong. */
  readonly problems: readonly string[];
  load(): Promise<void>;
  /** These reject with what went wrong. */
  backup(): Promise<void>;
  restore(backup: string): Promise<void>;
  check(): Promise<void>;
  askClean(): Promise<void>;
  clean(): Promise<void>;
  leave(): void;
}

export type StoreFileStore = StoreApi<StoreFileState>;

/** The store as a file: tables, soundness, backups. */
export function createStoreFileStore(caller: MethodCaller): StoreFileStore {
  return createStore<StoreFileState>()((set, get) => ({
    facts: { state: 'loading', value: null },
    preview: null,
    done: null,
    problems: [],
    load: async () => {
      try {
        set({ facts: { state: 'ready', value: await caller.invoke('db.stats', {}) } });
      } catch (thrown) {
        set({ facts: { state: 'failed', value: get().facts.value, error: errorReplyOf(thrown) } });
      }
    },
    backup: async () => {
      await caller.invoke('db.backup', {});
      await get().load();
    },
    restore: async (backup) => {
      await caller.invoke('db.restore', { backup });
      await get().load();
    },
    check: async () => {
      const { problems } = await caller.invoke('db.check', {});
      set({ problems, done: problems.length === 0 ? 'sound' : null });
      await get().load();
    },
    askClean: async () => set({ preview: await caller.invoke('db.clean', { dryRun: true }), done: null }),
    clean: async () => {
      await caller.invoke('db.clean', { dryRun: false });
      set({ preview: null, done: 'cleaned' });
      await get().load();
    },
    leave: () => set({ preview: null }),
  }));
}
