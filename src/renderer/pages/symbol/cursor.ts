import type { StoreApi } from 'zustand/vanilla';

/** What the inspector explains: the bar pointed at, else the one chosen, else the newest. */
export interface Cursor {
  /** Under the pointer, or moved to by keys. */
  readonly index: number | null;
  /** Clicked in the chart or chosen in the table. */
  readonly selected: number | null;
}

export type CursorStore = StoreApi<Cursor>;
