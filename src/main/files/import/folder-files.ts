import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

export interface FolderFile {
  readonly path: string;
  /** Relative to the folder, with forward slashes. */
  readonly name: string;
  readonly bytes: number;
  /** When it was last written to, in milliseconds of the file system's clock. */
  readonly changedAtMs: number;
}

const wanted = /\.(csv|tsv|txt|xlsx?|json|zip|day|lc1|lc5)(\.gz)?$/i;

/** Every file of a folder, however deep, that may hold bars, by name; hidden ones, links and those that go meanwhile are left out. */
export async function folderFiles(folder: string): Promise<FolderFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile() && wanted.test(entry.name) && !entry.name.startsWith('.'))
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const found = await stat(path).catch(() => null);
        return found === null ? [] : [{ path, name: relative(folder, path).replaceAll('\\', '/'), bytes: found.size, changedAtMs: found.mtimeMs }];
      }),
  );
  return files.flat().toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
