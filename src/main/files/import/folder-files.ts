import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { holdsBars } from '../../../shared/holds-bars.ts';

export interface FolderFile {
  readonly path: string;
  /** Relative to the folder, with forward slashes. */
  readonly name: string;
  readonly bytes: number;
  /** When it was last written to, in milliseconds of the file system's clock. */
  readonly changedAtMs: number;
}

/**
 * Every file of a folder, however deep, that may hold bars, by name, and how many do not; hidden ones, links and those that go meanwhile
 * are left out of both.
 */
export async function folderFiles(folder: string): Promise<{ readonly files: readonly FolderFile[]; readonly others: number }> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  const named = entries.filter(({ name }) => holdsBars(name));
  const files = await Promise.all(
    named.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const found = await stat(path).catch(() => null);
      return found === null ? [] : [{ path, name: relative(folder, path).replaceAll('\\', '/'), bytes: found.size, changedAtMs: found.mtimeMs }];
    }),
  );
  return { files: files.flat().toSorted((a, b) => (a.name < b.name ? -1 : 1)), others: entries.length - named.length };
}
