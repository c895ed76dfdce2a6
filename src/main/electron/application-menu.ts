import type { MenuItemConstructorOptions } from 'electron';
import type { DesktopTexts } from './desktop-texts.ts';

/**
 * The menu of each system: what people look for there (clipboard, zoom, window, quit) by role, so that the system supplies words,
 * keys and state. No entry for reloading or developer tools.
 */
export function applicationMenu(platform: NodeJS.Platform, texts: DesktopTexts): readonly MenuItemConstructorOptions[] {
  const edit: MenuItemConstructorOptions = {
    label: texts.edit,
    submenu: [
      { role: 'undo' }, { role: 'redo' }, { type: 'separator' },
      { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: texts.view,
    submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { type: 'separator' }, { role: 'togglefullscreen' }],
  };
  if (platform === 'darwin') return [{ role: 'appMenu' }, edit, view, { role: 'windowMenu' }];
  const file: MenuItemConstructorOptions = { label: texts.file, submenu: [{ role: 'quit', label: texts.quit }] };
  const window: MenuItemConstructorOptions = { label: texts.window, submenu: [{ role: 'minimize' }, { role: 'close' }] };
  return [file, edit, view, window];
}
