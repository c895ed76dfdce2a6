import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ErrorReply } from '../../shared/app-error.ts';
import type { MethodInput } from '../../shared/contract/contract.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import { mostNetworkEntries, type NetworkEntry } from '../../shared/contract/network.ts';
import type { FolderState, FoundInstrument, RefreshCoverage, SourceState } from '../../shared/contract/refresh.ts';
import { errorReplyOf } from './error-reply.ts';
import type { Loadable } from './loadable.ts';

export type DataView = 'health' | 'sources' | 'network' | 'imports' | 'store';

export interface SourcesState {
  readonly view: DataView;
  readonly coverage: Loadable<RefreshCoverage>;
  readonly sources: Loadable<readonly SourceState[]>;
  readonly folder: Loadable<FolderState>;
  readonly ledger: Loadable<readonly NetworkEntry[]>;
  readonly offline: boolean;
  readonly chosen: string | null;
  show(view: DataView): void;
  choose(source: string): void;
  /** Reads what the view shows, anew. */
  load(): Promise<void>;
  /** The rest reject with what went wrong. */
  setOffline(offline: boolean): Promise<void>;
  /** Watches another folder; none when empty. */
  setFolder(path: string): Promise<void>;
  setKey(source: string, key: string | null): Promise<void>;
  refresh(request: MethodInput<'refresh.start'>): Promise<void>;
  search(text: string): Promise<readonly FoundInstrument[]>;
  /** Fetches the bars of an instrument that was found; offline it is put into the list without them, where a held list has it. */
  take(symbol: string): Promise<void>;
}

export type SourcesStore = StoreApi<SourcesState>;

/** Where data comes from, how complete it is, and what was asked of the network. */
export function createSourcesStore(caller: MethodCaller): SourcesStore {
  return createStore<SourcesState>()((set, get) => {
    const failed = <T>(value: T | null, error: ErrorReply): Loadable<T> => ({ state: 'failed', value, error });
    const loadCoverage = async (): Promise<void> =>
      caller.invoke('refresh.coverage', {}).then(
        (value) => set({ coverage: { state: 'ready', value } }),
        (thrown: unknown) => set({ coverage: failed(get().coverage.value, errorReplyOf(thrown)) }),
      );
    const loadSources = async (): Promise<void> =>
      caller.invoke('sources.list', {}).then(
        (value) => set({ sources: { state: 'ready', value } }),
        (thrown: unknown) => set({ sources: failed(get().sources.value, errorReplyOf(thrown)) }),
      );
    const loadFolder = async (): Promise<void> =>
      caller.invoke('sources.folder', {}).then(
        (value) => set({ folder: { state: 'ready', value } }),
        (thrown: unknown) => set({ folder: failed(get().folder.value, errorReplyOf(thrown)) }),
      );
    const loadLedger = async (): Promise<void> =>
      caller.invoke('network.ledger', { limit: mostNetworkEntries }).then(
        (value) => set({ ledger: { state: 'ready', value } }),
        (thrown: unknown) => set({ ledger: failed(get().ledger.value, errorReplyOf(thrown)) }),
      );
    const loadOffline = async (): Promise<void> => {
      const settings = await caller.invoke('settings.list', {});
      set({ offline: settings.find(({ key }) => key === 'network.offline')?.value === true });
    };
    return {
      view: 'health',
      coverage: { state: 'loading', value: null },
      sources: { state: 'loading', value: null },
      folder: { state: 'loading', value: null },
      ledger: { state: 'loading', value: null },
      offline: false,
      chosen: null,
      show: (view) => {
        set({ view });
        void get().load();
      },
      choose: (chosen) => set({ chosen }),
      load: async () => {
        const { view } = get();
        const shown = { health: [loadCoverage], sources: [loadSources, loadFolder], network: [loadLedger], imports: [], store: [] }[view];
        await Promise.all([loadOffline, ...shown].map((load) => load()));
      },
      setOffline: async (offline) => {
        set({ offline });
        try {
          await caller.invoke('settings.set', { key: 'network.offline', value: offline });
        } catch (thrown) {
          set({ offline: !offline });
          throw thrown;
        }
      },
      setFolder: async (path) => {
        await caller.invoke('settings.set', { key: 'sources.folder.path', value: path });
        await loadFolder();
      },
      setKey: async (source, key) => {
        await caller.invoke('sources.setKey', { source, key });
        await loadSources();
      },
      refresh: async (request) => void (await caller.invoke('refresh.start', request)),
      search: (text) => caller.invoke('sources.search', { text }),
      take: async (symbol) => {
        try {
          await caller.invoke('refresh.start', { symbols: [symbol] });
        } catch (thrown) {
          if (errorReplyOf(thrown).code !== 'network.offline') throw thrown;
          const { added } = await caller.invoke('sources.add', { symbol });
          if (!added) throw thrown;
        }
      },
    };
  });
}
