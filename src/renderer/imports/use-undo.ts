import { useDesk } from '../desk-context.ts';
import type { ImportItem } from '../stores/import-store.ts';

/** Takes an import back and says what that did. */
export function useUndo(item: ImportItem): () => void {
  const { imports, notices } = useDesk();
  const undo = async (): Promise<void> => {
    const undone = await imports.getState().undo(item.id);
    if (undone !== null) notices.getState().show({ kind: 'undone', ...undone });
  };
  return () => void undo();
}
