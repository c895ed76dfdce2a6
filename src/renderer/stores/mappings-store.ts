import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ImportOptions, SavedMapping } from '../../shared/contract/imports.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';

export interface MappingsState {
  /** By name. */
  readonly mappings: readonly SavedMapping[];
  load(): Promise<void>;
  /** Keeps what was settled about a file under a name; the file's symbol is no part of it. */
  save(name: string, options: ImportOptions): Promise<void>;
  remove(name: string): Promise<void>;
}

export type MappingsStore = StoreApi<MappingsState>;

/** The saved ways to read files. */
export function createMappingsStore(transport: MethodCaller): MappingsStore {
  return createStore<MappingsState>()((set) => {
    const load = async (): Promise<void> => set({ mappings: await transport.invoke('import.mappings', {}) });
    return {
      mappings: [],
      load,
      save: async (name, { symbol: _symbol, mapping: _mapping, ...options }) => {
        await transport.invoke('import.saveMapping', { name, options });
        await load();
      },
      remove: async (name) => {
        await transport.invoke('import.removeMapping', { name });
        await load();
      },
    };
  });
}
