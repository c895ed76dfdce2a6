import type { PlacedFile } from './placed-file.ts';

export interface DroppedFolder {
  readonly name: string;
  /** Its files, however deep. */
  readonly files: () => Promise<readonly PlacedFile[]>;
}

/** What was dropped, taken apart while the event lasts: a browser gives a folder as an entry to walk through, not as files. */
export function droppedFiles(transfer: DataTransfer): { readonly files: readonly File[]; readonly folders: readonly DroppedFolder[] } {
  const files: File[] = [];
  const folders: DroppedFolder[] = [];
  for (const item of transfer.items) {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory === true) folders.push({ name: entry.name, files: () => filesOf(entry as FileSystemDirectoryEntry, '') });
    else if (file !== null) files.push(file);
  }
  return { files, folders };
}

async function filesOf(folder: FileSystemDirectoryEntry, path: string): Promise<readonly PlacedFile[]> {
  const reader = folder.createReader();
  const found: PlacedFile[] = [];
  // A reader answers some entries at a time, and none at the end.
  for (;;) {
    const entries = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return found;
    for (const entry of entries) {
      const place = `${path}${entry.name}`;
      if (entry.isDirectory) found.push(...(await filesOf(entry as FileSystemDirectoryEntry, `${place}/`)));
      else found.push({ path: place, file: await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)) });
    }
  }
}
