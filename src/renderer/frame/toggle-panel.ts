import type { Desk } from '../desk.ts';
import { layoutOf, type PanelId } from '../stores/layout-store.ts';
import { drawerQueries } from './panel-widths.ts';

/** Shows or hides a side panel of the page: as a drawer in a narrow window, else in the grid, where it is remembered. */
export function togglePanel({ layout, navigation, notices }: Desk, panel: PanelId): void {
  const { drawer, setDrawer, setPanel, keep } = layout.getState();
  if (matchMedia(drawerQueries[panel]).matches) return setDrawer(drawer === panel ? null : panel);
  const { page } = navigation.getState();
  setPanel(page, panel, { isOpen: !layoutOf(layout.getState(), page)[panel].isOpen });
  void keep().catch(notices.getState().showThrown);
}
