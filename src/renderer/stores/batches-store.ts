import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ImportBatch, Rejection, UndoneImport } from '../../shared/contract/imports.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import { errorReplyOf } from './error-reply.ts';
import type { Loadable } from './loadable.ts';

const rejectionsShown = 1_000;

export interface BatchesState {
  readonly batches: Loadable<readonly ImportBatch[]>;
  readonly chosen: number | null;
  /** The chosen batch's rejected rows, the first 1,000. */
  readonly rejections: Loadable<readonly Rejection[]>;
  load(): Promise<void>;
  choose(batch: number): Promise<void>;
  /** Rejects with what went wrong. */
  undo(batch: number): Promise<UndoneImport>;
}

export type BatchesStore = StoreApi<BatchesState>;

/** The history of imports. */
export function createBatchesStore(caller: MethodCaller): BatchesStore {
  return createStore<BatchesState>()((set, get) => ({
    batches: { state: 'loading', value: null },
    chosen: null,
    rejections: { state: 'loading', value: null },
    load: async () => {
      try {
        set({ batches: { state: 'ready', value: await caller.invoke('import.batches', {}) } });
      } catch (thrown) {
        set({ batches: { state: 'failed', value: get().batches.value, error: errorReplyOf(thrown) } });
      }
    },
    choose: async (batch) => {
      set({ chosen: batch, rejections: { state: 'loading', value: null } });
      try {
        const value = await caller.invoke('import.rejections', { batch, limit: rejectionsShown });
        if (get().chosen === batch) set({ rejections: { state: 'ready', value } });
      } catch (thrown) {
        if (get().chosen === batch) set({ rejections: { state: 'failed', value: null, error: errorReplyOf(thrown) } });
      }
    },
    undo: async (batch) => {
      const undone = await caller.invoke('import.undo', { batch });
      await get().load();
      return undone;
    },
  }));
}
