import type { Desk } from '../desk.ts';
import { droppedFiles } from './dropped-files.ts';

/** Takes in what was dropped: files one by one, a folder as a whole. Whether there was anything. */
export function takeDrop({ imports, transport, notices }: Pick<Desk, 'imports' | 'transport' | 'notices'>, transfer: DataTransfer | null): boolean {
  if (transfer === null || transfer.files.length === 0) return false;
  if (transport.admitsFolders) {
    void imports.getState().addFiles([...transfer.files]);
    return true;
  }
  const { files, folders } = droppedFiles(transfer);
  if (files.length > 0) void imports.getState().addFiles(files);
  for (const { name, files: inside } of folders) {
    inside()
      .then((placed) => imports.getState().addFolder(name, placed))
      .catch(notices.getState().showThrown);
  }
  return true;
}
