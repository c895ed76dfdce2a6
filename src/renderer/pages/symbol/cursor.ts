import type { StoreApi } from 'zustand/vanilla';

/** The bar that the pointer, the keys or the table point at; null for none, which means the newest. */
export interface Cursor {
  readonly index: number | null;
}

export type CursorStore = StoreApi<Cursor>;
