import type { Desk } from '../desk.ts';

/**
 * Files dropped anywhere on the window open the import dialog. Without this the browser would leave the app and show the file.
 * The dialog's own drop area comes first. Returns its undo.
 */
export function listenForDrops({ imports, navigation }: Desk, target: Window): () => void {
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (event.defaultPrevented || files.length === 0) return;
    event.preventDefault();
    navigation.getState().openOverlay('import');
    void imports.getState().addFiles(files);
  };
  target.addEventListener('dragover', over);
  target.addEventListener('drop', drop);
  return () => {
    target.removeEventListener('dragover', over);
    target.removeEventListener('drop', drop);
  };
}
