import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PageId } from '../pages/page-id.ts';

/** What floats above the page; one at a time. */
export type Overlay = 'palette' | 'import' | 'report' | 'verify' | 'alert' | 'feeds' | 'keys' | 'tasks' | 'add-symbols' | 'watchlist-new' | 'watchlist-edit' | 'watchlist-add';

export interface NavigationState {
  readonly page: PageId;
  /** The chosen instrument, `MIC:CODE`. It survives leaving the page, sorting and refreshing. */
  readonly symbol: string | null;
  readonly overlay: Overlay | null;
  /** What the palette starts with, e.g. the letter that opened it. */
  readonly paletteText: string;
  /** The symbols in the order the list shows them, for previous and next. */
  readonly order: readonly string[];
  openPage(page: PageId): void;
  openSymbol(symbol: string): void;
  /** Opens the symbol that stands `step` places further in the list; stays at its ends. */
  stepSymbol(step: number): void;
  setOrder(order: readonly string[]): void;
  openOverlay(overlay: Overlay, paletteText?: string): void;
  closeOverlay(): void;
}

export type NavigationStore = StoreApi<NavigationState>;

export function createNavigationStore(): NavigationStore {
  return createStore<NavigationState>()((set, get) => ({
    page: 'symbol',
    symbol: null,
    overlay: null,
    paletteText: '',
    order: [],
    openPage: (page) => set({ page }),
    openSymbol: (symbol) => set({ symbol, page: 'symbol' }),
    stepSymbol: (step) => {
      const { order, symbol } = get();
      const at = symbol === null ? -1 : order.indexOf(symbol);
      const next = order[at === -1 ? 0 : Math.min(order.length - 1, Math.max(0, at + step))];
      if (next !== undefined) set({ symbol: next });
    },
    setOrder: (order) => set({ order }),
    openOverlay: (overlay, paletteText = '') => set({ overlay, paletteText }),
    closeOverlay: () => set({ overlay: null }),
  }));
}
