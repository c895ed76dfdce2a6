import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { Dialogs } from '../ports.ts';

/** The system's dialogs, on the window where there is one. Paths stay in main; the page gets tokens for them. */
export function createElectronDialogs(window: () => BrowserWindow | null): Dialogs {
  return {
    async open({ folder }) {
      const options: OpenDialogOptions = { properties: folder ? ['openDirectory'] : ['openFile', 'multiSelections'] };
      const parent = window();
      const { canceled, filePaths } = await (parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options));
      return canceled ? [] : filePaths;
    },
    async save({ name }) {
      const options = { defaultPath: fileName(name) };
      const parent = window();
      const { canceled, filePath } = await (parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options));
      return canceled || filePath === '' ? null : filePath;
    },
  };
}

/** A name the page proposes must not become a path. */
function fileName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_');
}
