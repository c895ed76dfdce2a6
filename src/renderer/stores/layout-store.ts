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
  /** The panel shown over the work area in a narrow window. */
  readonly drawer: PanelId | null;
  load(): Promise<void>;
  /** Takes effect at once; `keep` stores it (at the end of a drag). */
  setPanel(page: PageId, panel: PanelId, change: Partial<PanelLayout>): void;
  keep(): Promise<void>;
  setDrawer(panel: PanelId | null): void;
}

export type LayoutStore = StoreApi<LayoutState>;

export function createLayoutStore(caller: MethodCaller): LayoutStore {
  return createStore<LayoutState>()((set, get) => ({
    pages: {},
    drawer: null,
    load: async () => {
      const settings = await caller.invoke('settings.list', {});
      const text = settings.find(({ key }) => key === layoutSettingKey)?.value;
      if (typeof text === 'string' && text !== '') set({ pages: parseLayout(text) });
    },
    setPanel: (page, panel, change) => {
      const layout = layoutOf(get(), page);
      const widthPx = clampWidth(panel, change.widthPx ?? layout[panel].widthPx);
      set({ pages: { ...get().pages, [page]: { ...layout, [panel]: { isOpen: change.isOpen ?? layout[panel].isOpen, widthPx } } } });
    },
    keep: async () => {
      await caller.invoke('settings.set', { key: layoutSettingKey, value: JSON.stringify(get().pages) });
    },
    setDrawer: (drawer) => set({ drawer }),
  }));
}

export function layoutOf({ pages }: Pick<LayoutState, 'pages'>, page: PageId): PageLayout {
  return pages[page] ?? start;
}

function clampWidth(panel: PanelId, widthPx: number): number {
  return Math.round(Math.min(panelBounds[panel].max, Math.max(panelBounds[panel].min, widthPx)));
}

/** Reads what `keep` wrote; anything that does not fit is left out, since a lost panel width is not worth an error. */
export function parseLayout(text: string): LayoutState['pages'] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return {};
  }
  const pages: Record<string, PageLayout> = {};
  for (const [page, layout] of Object.entries(parsed ?? {})) {
    const [list, inspector] = [panelOf(layout, 'list'), panelOf(layout, 'inspector')];
    if (list !== null && inspector !== null) pages[page] = { list, inspector };
  }
  return pages;
}

function panelOf(layout: unknown, panel: PanelId): PanelLayout | null {
  const value = (layout as Partial<Record<PanelId, Partial<PanelLayout>>> | null)?.[panel];
  if (typeof value?.widthPx !== 'number' || typeof value.isOpen !== 'boolean') return null;
  return { widthPx: clampWidth(panel, value.widthPx), isOpen: value.isOpen };
}
