import { useStore } from 'zustand';
import { useDesk } from '../desk-context.ts';
import { layoutOf, type PanelId } from '../stores/layout-store.ts';
import { drawerQueries } from './panel-widths.ts';
import { useMedia } from './use-media.ts';

/** One side panel as it stands in this window: in the grid, in a drawer, or folded away. */
export interface PanelControl {
  readonly isDrawer: boolean;
  readonly isShown: boolean;
  readonly widthPx: number;
  readonly toggle: () => void;
  readonly resize: (widthPx: number) => void;
  readonly keep: () => void;
}

export function usePanel(panel: PanelId): PanelControl {
  const { layout, navigation, notices } = useDesk();
  const page = useStore(navigation, (state) => state.page);
  const { isOpen, widthPx } = useStore(layout, (state) => layoutOf(state, page)[panel]);
  const drawer = useStore(layout, (state) => state.drawer);
  const isDrawer = useMedia(drawerQueries[panel]);
  const { setPanel, setDrawer } = layout.getState();
  const keep = (): void => void layout.getState().keep().catch((thrown: unknown) => notices.getState().showThrown(thrown));
  return {
    isDrawer,
    isShown: isDrawer ? drawer === panel : isOpen,
    widthPx,
    toggle: () => {
      if (isDrawer) return setDrawer(drawer === panel ? null : panel);
      setPanel(page, panel, { isOpen: !isOpen });
      keep();
    },
    resize: (width) => setPanel(page, panel, { widthPx: width }),
    keep,
  };
}
