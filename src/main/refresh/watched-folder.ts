import { AppError } from '../../shared/app-error.ts';
import { importOptions, type ImportFailure } from '../../shared/contract/imports.ts';
import type { RefreshResult } from '../../shared/contract/refresh.ts';
import type { UtcMs } from '../../shared/time.ts';
import { folderFiles, type FolderFile } from '../files/import/folder-files.ts';
import { runImport } from '../files/import/run-import.ts';
import type { Clock } from '../ports.ts';
import { waitUntil } from '../providers/http/wait-until.ts';
import type { Store } from '../store/store.ts';

export interface WatchedFolder {
  /**
   * Imports the files that are new or have changed since they were last imported, one look at a time; null when no folder is watched.
   * `failures` are all files that cannot be imported as they are. Throws `file.missing` for a folder that is not there.
   */
  bringIn(signal: AbortSignal): Promise<RefreshResult['folder']>;
  /** What the last look left behind. */
  standing(): FolderStanding;
}

interface FolderStanding {
  /** Null before the first look. */
  readonly lookedAt: UtcMs | null;
  /** Files that something was still writing to. */
  readonly waiting: readonly string[];
  readonly failures: readonly ImportFailure[];
  /** Why the folder itself could not be read. */
  readonly problem: AppError | null;
}

export interface WatchedFolderOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly workerUrl: URL;
  readonly resources: string;
  /** Its path; empty for none. */
  readonly path: () => string;
  /** The saved mapping by which its files are read; empty for what they tell themselves. */
  readonly mapping: () => string;
}

/** A file that was not touched for so long is complete. */
export const settleMs = 2_000;
/** A file that still grows after so many looks is left for the next time. */
const looks = 5;
/** Tells files of the folder from files of the same name that were chosen by hand. */
const folderMark = 'folder/';
const nothing: FolderStanding = { lookedAt: null, waiting: [], failures: [], problem: null };

/** A folder into which other programs write files of bars, taken in through the importer. */
export function watchFolder({ store, clock, workerUrl, resources, path, mapping }: WatchedFolderOptions): WatchedFolder {
  /** By file: how it was when it was last imported or refused. */
  const handled = new Map<string, string>();
  const refused = new Map<string, readonly ImportFailure[]>();
  let read = '';
  let standing = nothing;
  let turn: Promise<unknown> = Promise.resolve();

  async function changedFiles(): Promise<readonly FolderFile[]> {
    const files = await filesOf(path());
    const names = new Set(files.map(({ name }) => name));
    for (const name of refused.keys()) if (!names.has(name)) refused.delete(name);
    const changed = files.filter((file) => handled.get(file.name) !== stampOf(file));
    if (changed.every(({ name }) => handled.has(name))) return changed;
    // What was taken back by hand does not come in again by itself.
    const kept = store.read.batches().filter(({ state }) => state === 'completed' || state === 'undone');
    const importedAt = new Map(kept.map(({ file, at }) => [file, at] as const).reverse());
    for (const file of changed) {
      if (!handled.has(file.name) && file.changedAtMs <= (importedAt.get(folderMark + file.name) ?? -Infinity)) handled.set(file.name, stampOf(file));
    }
    return changed.filter((file) => handled.get(file.name) !== stampOf(file));
  }

  async function look(signal: AbortSignal): Promise<NonNullable<RefreshResult['folder']>> {
    if (read !== `${path()}\n${mapping()}`) {
      handled.clear();
      refused.clear();
      standing = nothing;
      read = `${path()}\n${mapping()}`;
    }
    const options = mapping() === '' ? {} : importOptions.parse(store.read.mappings().get(mapping()) ?? {});
    let [files, bars] = [0, 0];
    let before = new Map<string, string>();
    for (let times = 1; ; times++) {
      const growing = new Map<string, string>();
      for (const changed of await changedFiles()) {
        signal.throwIfAborted();
        const { name } = changed;
        const stamp = stampOf(changed);
        if (clock.now() - changed.changedAtMs < settleMs && before.get(name) !== stamp) {
          growing.set(name, stamp);
          continue;
        }
        try {
          const { imported, failures } = await runImport({ path: changed.path, name: folderMark + name, options, writer: store.write, workerUrl, resources, clock, onProgress: () => undefined, signal });
          files += 1;
          bars += imported;
          handled.set(name, stamp);
          if (failures.length === 0) refused.delete(name);
          else refused.set(name, failures.map(({ file, error }) => ({ file: `${name}/${file}`, error })));
        } catch (error) {
          if (!(error instanceof AppError) || signal.aborted) throw error;
          refused.set(name, [{ file: name, error: error.toReply() }]);
          // A file that could not be opened, or a full disk, may be another matter the next time.
          if (!/^(file|store)\./.test(error.code)) handled.set(name, stamp);
        }
      }
      standing = { lookedAt: clock.now(), waiting: [...growing.keys()], failures: [...refused.values()].flat(), problem: null };
      if (growing.size === 0 || times === looks) return { files, bars, failures: standing.failures };
      before = growing;
      await waitUntil((clock.now() + settleMs) as UtcMs, clock, signal);
    }
  }

  return {
    async bringIn(signal) {
      if (path() === '') {
        standing = nothing;
        return null;
      }
      const own = turn.then(() => look(signal));
      turn = own.catch(() => undefined);
      try {
        return await own;
      } catch (error) {
        if (error instanceof AppError && !signal.aborted) standing = { ...standing, lookedAt: clock.now(), problem: error };
        throw error;
      }
    },
    standing: () => standing,
  };
}

/** How a file looks: when it was last written to, and how much. */
function stampOf({ bytes, changedAtMs }: FolderFile): string {
  return `${changedAtMs} ${bytes}`;
}

async function filesOf(path: string): Promise<readonly FolderFile[]> {
  try {
    return (await folderFiles(path)).files;
  } catch (error) {
    throw new AppError('file.missing', { file: path }, { cause: error });
  }
}
