import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PortfolioAnalysis } from '../../shared/contract/portfolio-figures.ts';
import type { PortfolioImport, PortfolioSummary } from '../../shared/contract/portfolios.ts';
import type { Transport } from '../transport/transport.ts';
import { errorReplyOf } from './error-reply.ts';
import type { Loadable } from './loadable.ts';

export interface PortfoliosState {
  readonly list: Loadable<readonly PortfolioSummary[]>;
  readonly chosen: number | null;
  readonly analysis: Loadable<PortfolioAnalysis>;
  /** Reads the list, and values the chosen portfolio again. */
  load(): Promise<void>;
  choose(id: number): Promise<void>;
  /** Rejects with what went wrong. */
  importFile(file: File, name: string, replace: boolean): Promise<PortfolioImport>;
  exportText(id: number): Promise<{ readonly name: string; readonly text: string }>;
  remove(id: number): Promise<void>;
}

export type PortfoliosStore = StoreApi<PortfoliosState>;

const loading = { state: 'loading', value: null } as const;

/** The user's portfolios and the valuation of the one that is looked at. */
export function createPortfoliosStore(transport: Transport): PortfoliosStore {
  return createStore<PortfoliosState>()((set, get) => {
    const analyze = async (): Promise<void> => {
      const id = get().chosen;
      if (id === null) return;
      try {
        const value = await transport.invoke('portfolios.analyze', { id });
        if (get().chosen === id) set({ analysis: { state: 'ready', value } });
      } catch (thrown) {
        if (get().chosen === id) set({ analysis: { state: 'failed', value: null, error: errorReplyOf(thrown) } });
      }
    };
    return {
      list: loading,
      chosen: null,
      analysis: loading,
      load: async () => {
        try {
          const value = await transport.invoke('portfolios.list', {});
          const kept = value.some(({ id }) => id === get().chosen);
          set({ list: { state: 'ready', value }, ...(kept ? {} : { chosen: value[0]?.id ?? null, analysis: loading }) });
        } catch (thrown) {
          set({ list: { state: 'failed', value: get().list.value, error: errorReplyOf(thrown) } });
        }
        await analyze();
      },
      choose: async (chosen) => {
        set({ chosen, analysis: loading });
        await analyze();
      },
      importFile: async (file, name, replace) => {
        const { token } = await transport.admitFile(file);
        try {
          const done = await transport.invoke('portfolios.import', { file: token, name, replace });
          set({ chosen: done.portfolio.id, analysis: loading });
          await get().load();
          return done;
        } finally {
          void transport.invoke('files.release', { token }).catch(() => undefined);
        }
      },
      exportText: (id) => transport.invoke('portfolios.export', { id }),
      remove: async (id) => {
        await transport.invoke('portfolios.remove', { id });
        await get().load();
      },
    };
  });
}
