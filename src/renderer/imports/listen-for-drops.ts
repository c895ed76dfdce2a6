import type { Desk } from '../desk.ts';
import { takeDrop } from './take-drop.ts';

/**
 * Files dropped anywhere on the window open the import dialog. Without this the browser would leave the app and show the file.
 * The dialog's own drop area comes first. Returns its undo.
 */
export function listenForDrops(desk: Desk, target: Window): () => void {
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    if (event.defaultPrevented || !takeDrop(desk, event.dataTransfer)) return;
    event.preventDefault();
    desk.navigation.getState().openOverlay('import');
  };
  target.addEventListener('dragover', over);
  target.addEventListener('drop', drop);
  return () => {
    target.removeEventListener('dragover', over);
    target.removeEventListener('drop', drop);
  };
}
