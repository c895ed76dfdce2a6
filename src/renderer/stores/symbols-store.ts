import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import type { SymbolRow } from '../../shared/contract/symbols.ts';
import { errorReplyOf } from './error-reply.ts';
import type { Loadable } from './loadable.ts';

export interface SymbolsState {
  readonly rows: Loadable<readonly SymbolRow[]>;
  /** The newest last bar of all, e.g. `2026-11-20`. */
  readonly newest: string | null;
  /** Reads the list again; calls while one is under way are joined into one more read. */
  load(): Promise<void>;
}

export type SymbolsStore = StoreApi<SymbolsState>;

export function createSymbolsStore(caller: MethodCaller): SymbolsStore {
  let running: Promise<void> | null = null;
  let again = false;
  return createStore<SymbolsState>()((set, get) => ({
    rows: { state: 'loading', value: null },
    newest: null,
    load: () => {
      if (running !== null) {
        again = true;
        return running;
      }
      const read = async (): Promise<void> => {
        do {
          again = false;
          try {
            const { symbols } = await caller.invoke('symbols.list', {});
            set({ rows: { state: 'ready', value: symbols }, newest: newestOf(symbols) });
          } catch (thrown) {
            set({ rows: { state: 'failed', value: get().rows.value, error: errorReplyOf(thrown) } });
          }
        } while (again);
        running = null;
      };
      running = read();
      return running;
    },
  }));
}

function newestOf(rows: readonly SymbolRow[]): string | null {
  let newest: string | null = null;
  for (const { to } of rows) {
    if (to !== null && (newest === null || to > newest)) newest = to;
  }
  return newest;
}
