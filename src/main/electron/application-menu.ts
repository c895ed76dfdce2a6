import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract/event.ts';
import type { DesktopTexts } from './desktop-texts.ts';

/**
 * The menu of each system: what people look for there. Clipboard, zoom, window and quit go by role, so that the system supplies keys
 * and state; the app's own entries ask the page, which knows their keys already. No entry for reloading or developer tools.
 */
export function applicationMenu(platform: NodeJS.Platform, texts: DesktopTexts, run: (command: MenuCommand) => void): readonly MenuItemConstructorOptions[] {
  const entry = (label: string, accelerator: string, command: MenuCommand): MenuItemConstructorOptions => ({
    label, accelerator, registerAccelerator: false, click: () => run(command),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const importFiles = entry(texts.import, 'CmdOrCtrl+O', 'import');
  const settings = entry(texts.settings, 'CmdOrCtrl+,', 'settings');
  const edit: MenuItemConstructorOptions = {
    label: texts.edit,
    submenu: [{ role: 'undo' }, { role: 'redo' }, separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  };
  const view: MenuItemConstructorOptions = {
    label: texts.view,
    submenu: [
      entry(texts.palette, 'CmdOrCtrl+K', 'palette'), entry(texts.tasks, 'CmdOrCtrl+J', 'tasks'), separator,
      { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, separator, { role: 'togglefullscreen' },
    ],
  };
  const help: MenuItemConstructorOptions = { role: 'help', label: texts.help, submenu: [entry(texts.keys, '?', 'keys')] };
  if (platform === 'darwin') {
    const app: MenuItemConstructorOptions = {
      label: 'Chartroom',
      submenu: [{ role: 'about' }, separator, settings, separator, { role: 'services' }, separator, { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, separator, { role: 'quit' }],
    };
    return [app, { label: texts.file, submenu: [importFiles, separator, { role: 'close' }] }, edit, view, { role: 'windowMenu' }, help];
  }
  const file: MenuItemConstructorOptions = { label: texts.file, submenu: [importFiles, separator, settings, separator, { role: 'quit', label: texts.quit }] };
  const window: MenuItemConstructorOptions = { label: texts.window, submenu: [{ role: 'minimize' }, { role: 'close' }] };
  return [file, edit, view, window, help];
}
