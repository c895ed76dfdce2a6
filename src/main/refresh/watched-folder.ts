import { stat } from 'node:fs/promises';
import { AppError } from '../../shared/app-error.ts';
import { importOptions, type ImportFailure } from '../../shared/contract/imports.ts';
import type { RefreshResult } from '../../shared/contract/refresh.ts';
import { folderFiles } from '../files/import/folder-files.ts';
import { runImport } from '../files/import/run-import.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';

export interface WatchedFolder {
  /** Imports the files that are new or have changed since they were last imported; null when no folder is watched. */
  bringIn(signal: AbortSignal): Promise<RefreshResult['folder']>;
}

interface WatchedFolderOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly workerUrl: URL;
  readonly resources: string;
  /** Its path; empty for none. */
  readonly path: () => string;
  /** The saved mapping by which its files are read; empty for what they tell themselves. */
  readonly mapping: () => string;
}

/** A folder into which other programs write files of bars: a refresh takes them in through the importer. */
export function watchFolder({ store, clock, workerUrl, resources, path, mapping }: WatchedFolderOptions): WatchedFolder {
  return {
    async bringIn(signal) {
      if (path() === '') return null;
      const saved = mapping() === '' ? {} : importOptions.parse(store.read.mappings().get(mapping()) ?? {});
      const importedAt = new Map(store.read.batches().filter(({ state }) => state === 'completed').map(({ file, at }) => [file, at] as const).reverse());
      const failures: ImportFailure[] = [];
      let [files, bars] = [0, 0];
      for (const file of await filesOf(path())) {
        signal.throwIfAborted();
        const name = `${folderMark}${file.name}`;
        if ((await stat(file.path)).mtimeMs <= (importedAt.get(name) ?? -Infinity)) continue;
        try {
          const { imported } = await runImport({ path: file.path, name, options: saved, writer: store.write, workerUrl, resources, clock, onProgress: () => undefined, signal });
          files += 1;
          bars += imported;
        } catch (error) {
          if (!(error instanceof AppError) || signal.aborted) throw error;
          failures.push({ file: file.name, error: error.toReply() });
        }
      }
      return { files, bars, failures };
    },
  };
}

/** Tells files of the folder from files of the same name that were chosen by hand. */
const folderMark = 'folder/';

async function filesOf(path: string): ReturnType<typeof folderFiles> {
  try {
    return await folderFiles(path);
  } catch (error) {
    throw new AppError('file.missing', { file: path }, { cause: error });
  }
}
