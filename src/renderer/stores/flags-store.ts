import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';

/** Settings that are on or off. */
export interface FlagsState {
  readonly values: ReadonlyMap<string, boolean>;
  load(): Promise<void>;
  /** Takes effect at once; taken back where it cannot be kept, and then it rejects. */
  set(key: string, value: boolean): Promise<void>;
}

export type FlagsStore = StoreApi<FlagsState>;

export function createFlagsStore(caller: MethodCaller): FlagsStore {
  return createStore<FlagsState>()((set, get) => {
    const put = (key: string, value: boolean): void => set({ values: new Map(get().values).set(key, value) });
    return {
      values: new Map(),
      load: async () => {
        const settings = await caller.invoke('settings.list', {});
        set({ values: new Map(settings.flatMap(({ key, value }) => (typeof value === 'boolean' ? [[key, value] as const] : []))) });
      },
      set: async (key, value) => {
        const before = get().values.get(key) ?? false;
        put(key, value);
        try {
          await caller.invoke('settings.set', { key, value });
        } catch (thrown) {
          put(key, before);
          throw thrown;
        }
      },
    };
  });
}
