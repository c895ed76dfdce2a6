import { useStore } from 'zustand';
import { useDesk } from '../desk-context.ts';
import { layoutOf, type PanelId } from '../stores/layout-store.ts';
import { drawerQueries } from './panel-widths.ts';
import { togglePanel } from './toggle-panel.ts';
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
  const desk = useDesk();
  const { layout, navigation, notices } = desk;
  const page = useStore(navigation, (state) => state.page);
  const { isOpen, widthPx } = useStore(layout, (state) => layoutOf(state, page)[panel]);
  const drawer = useStore(layout, (state) => state.drawer);
  const isDrawer = useMedia(drawerQueries[panel]);
  return {
    isDrawer,
    isShown: isDrawer ? drawer === panel : isOpen,
    widthPx,
    toggle: () => togglePanel(desk, panel),
    resize: (width) => layout.getState().setPanel(page, panel, { widthPx: width }),
    keep: () => void layout.getState().keep().catch(notices.getState().showThrown),
  };
}
