import { watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Log } from '../ports.ts';
import { settleMs } from './watched-folder.ts';

/** Tells of every change in a folder, `onLost` once it cannot any more; answers its end. Throws where the system cannot watch it. */
export type WatchFolder = (path: string, nested: boolean, onChange: () => void, onLost: (error: Error) => void) => () => void;

interface FolderListenerOptions {
  /** The folder's path as the settings say now; empty for none. */
  readonly path: () => string;
  readonly clock: Clock;
  readonly log: Log;
  /** Something changed and has been quiet since, or went on changing for long. */
  readonly onSettled: () => void;
  readonly watch?: WatchFolder;
  /** Whether the system hears of folders within folders; Linux wants a watch for each. */
  readonly hearsNested?: boolean;
}

/** Files that keep coming are looked at this often nevertheless. */
const longestWaitMs = 30_000;
/** Beyond so many folders the job's turns have to do. */
const mostFolders = 500;

/**
 * Hears of changes in a folder as they happen and waits until they have settled. Where the system cannot tell, e.g. for a folder that
 * is not there or lies on another machine, `isLive` is false or nothing is heard: the job that looks at its turns finds the rest.
 */
export class FolderListener {
  readonly #options: Required<FolderListenerOptions>;
  /** By folder and its identity on the disk: one that was made anew under the same name is another one. */
  #watches = new Map<string, () => void>();
  #isLive = false;
  #cancel: (() => void) | null = null;
  #firstAt: number | null = null;
  #closed = false;
  #following: Promise<void> = Promise.resolve();

  constructor(options: FolderListenerOptions) {
    this.#options = { watch: systemWatch, hearsNested: process.platform !== 'linux', ...options };
  }

  /** Whether changes are heard of as they happen. */
  get isLive(): boolean {
    return this.#isLive;
  }

  /** Follows the folder that the settings name now, with those in it; tries again where that failed before. Never rejects. */
  follow(): Promise<void> {
    this.#following = this.#following.then(() => this.#follow());
    return this.#following;
  }

  close(): void {
    this.#closed = true;
    this.#cancel?.();
    for (const stop of this.#watches.values()) stop();
    this.#watches.clear();
    this.#isLive = false;
  }

  async #follow(): Promise<void> {
    const { path, watch, hearsNested, log } = this.#options;
    const folder = path();
    const wanted = folder === '' ? [] : await foldersOf(folder, hearsNested);
    if (this.#closed) return;
    const keys = new Set(wanted.map(({ key }) => key));
    for (const [key, stop] of this.#watches) {
      if (keys.has(key)) continue;
      stop();
      this.#watches.delete(key);
    }
    this.#isLive = wanted.length > 0;
    for (const { key, path: each } of wanted) {
      if (this.#watches.has(key)) continue;
      try {
        this.#watches.set(key, watch(each, hearsNested, () => this.#stir(), (error) => this.#lose(key, error)));
      } catch (error) {
        this.#isLive = false;
        log.warn('folder.watch', { problem: String(error) });
      }
    }
  }

  #lose(key: string, error: Error): void {
    this.#watches.get(key)?.();
    this.#watches.delete(key);
    this.#isLive = false;
    this.#options.log.warn('folder.watch', { problem: String(error) });
  }

  #stir(): void {
    if (this.#closed) return;
    const { clock, onSettled } = this.#options;
    const now = clock.now();
    this.#firstAt ??= now;
    this.#cancel?.();
    this.#cancel = clock.after(Math.max(0, Math.min(settleMs, this.#firstAt + longestWaitMs - now)), () => {
      [this.#cancel, this.#firstAt] = [null, null];
      onSettled();
    });
  }
}

const systemWatch: WatchFolder = (path, nested, onChange, onLost) => {
  const watcher = watch(path, { persistent: false, recursive: nested }, onChange);
  watcher.on('error', onLost);
  return () => watcher.close();
};

/** The folder, and where the system needs it those within; empty where it cannot be read or has too many. */
async function foldersOf(path: string, hearsNested: boolean): Promise<readonly { readonly key: string; readonly path: string }[]> {
  try {
    const within = hearsNested ? [] : (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isDirectory());
    if (within.length >= mostFolders) return [];
    const paths = [path, ...within.map((entry) => join(entry.parentPath, entry.name))];
    return await Promise.all(paths.map(async (each) => {
      const { ino, birthtimeMs } = await stat(each);
      return { path: each, key: `${each} ${ino} ${birthtimeMs}` };
    }));
  } catch {
    // The job's look says what is wrong with the folder.
    return [];
  }
}
