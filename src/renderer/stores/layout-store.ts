import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import { layoutSettingKey } from '../../shared/preferences.ts';
import type { PageId } from '../pages/page-id.ts';

export type PanelId = 'list' | 'inspector';

export interface PanelLayout {
  readonly widthPx: number;
  readonly isOpen: boolean;
}

export type PageLayout = Readonly<Record<PanelId, PanelLayout>>;

/** What the widths may be. */
export const panelBounds = { list: { min: 240, max: 360, start: 320 }, inspector: { min: 280, max: 400, start: 300 } } as const;

const start: PageLayout = {
  list: { widthPx: panelBounds.list.start, isOpen: true },
  inspector: { widthPx: panelBounds.inspector.start, isOpen: true },
};

export interface LayoutState {
  readonly pages: Readonly<Partial<Record<PageId, PageLayout>>>;
  /** By table: the columns that are not shown. A table that is not named here shows its usual ones. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** The panel shown over the work area in a narrow window. */
  readonly drawer: PanelId | null;
  load(): Promise<void>;
  /** Takes effect at once; `keep` stores it (at the end of a drag). */
  setPanel(page: PageId, panel: PanelId, change: Partial<PanelLayout>): void;
  keep(): Promise<void>;
  setDrawer(panel: PanelId | null): void;
  setColumns(table: string, hidden: readonly string[]): void;
}

export type LayoutStore = StoreApi<LayoutState>;

export function createLayoutStore(caller: MethodCaller): LayoutStore {
  return createStore<LayoutState>()((set, get) => ({
    pages: {},
    columns: {},
    drawer: null,
    load: async () => {
      const settings = await caller.invoke('settings.list', {});
      const text = settings.find(({ key }) => key === layoutSettingKey)?.value;
      if (typeof text === 'string' && text !== '') set(parseLayout(text));
    },
    setPanel: (page, panel, change) => {
      const layout = layoutOf(get(), page);
      const widthPx = clampWidth(panel, change.widthPx ?? layout[panel].widthPx);
      const changed = { isOpen: change.isOpen ?? layout[panel].isOpen, widthPx };
      set({ pages: { ...get().pages, [page]: { ...layout, [panel]: changed } } });
    },
    keep: async () => {
      await caller.invoke('settings.set', { key: layoutSettingKey, value: JSON.stringify({ pages: get().pages, columns: get().columns }) });
    },
    setDrawer: (drawer) => set({ drawer }),
    setColumns: (table, hidden) => set({ columns: { ...get().columns, [table]: hidden } }),
  }));
}

export function layoutOf({ pages }: Pick<LayoutState, 'pages'>, page: PageId): PageLayout {
  return pages[page] ?? start;
}

function clampWidth(panel: PanelId, widthPx: number): number {
  return Math.round(Math.min(panelBounds[panel].max, Math.max(panelBounds[panel].min, widthPx)));
}

/** What is hidden after one column has been shown or hidden; `hidden` null means the usual choice. */
export function hiddenColumns(columns: readonly { readonly id: string; readonly isExtra?: boolean }[], hidden: readonly string[] | null, toggled: string): readonly string[] {
  const before = hidden ?? columns.filter(({ isExtra }) => isExtra === true).map(({ id }) => id);
  return before.includes(toggled) ? before.filter((id) => id !== toggled) : [...before, toggled];
}

/** Reads what `keep` wrote; anything that does not fit is left out, since a lost panel width is not worth an error. */
export function parseLayout(text: string): Pick<LayoutState, 'pages' | 'columns'> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { pages: {}, columns: {} };
  }
  const kept = (parsed ?? {}) as Partial<Record<'pages' | 'columns', unknown>>;
  const pages: Record<string, PageLayout> = {};
  for (const [page, layout] of entriesOf(kept.pages)) {
    const [list, inspector] = [panelOf(layout, 'list'), panelOf(layout, 'inspector')];
    if (list !== null && inspector !== null) pages[page] = { list, inspector };
  }
  const columns: Record<string, readonly string[]> = {};
  for (const [table, hidden] of entriesOf(kept.columns)) {
    if (Array.isArray(hidden)) columns[table] = hidden.filter((id) => typeof id === 'string');
  }
  return { pages, columns };
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function panelOf(layout: unknown, panel: PanelId): PanelLayout | null {
  const value = (layout as Partial<Record<PanelId, Partial<PanelLayout>>> | null)?.[panel];
  if (typeof value?.widthPx !== 'number' || typeof value.isOpen !== 'boolean') return null;
  return { widthPx: clampWidth(panel, value.widthPx), isOpen: value.isOpen };
}
