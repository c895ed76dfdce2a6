import { createStore, type StoreApi } from 'zustand/vanilla';
import { AppError, type ErrorReply } from '../../shared/app-error.ts';
import type { FileHandle } from '../../shared/contract/files.ts';
import type { ImportOptions, ImportPreview, ImportResult, UndoneImport } from '../../shared/contract/imports.ts';
import type { Task } from '../../shared/contract/tasks.ts';
import { holdsBars } from '../../shared/holds-bars.ts';
import { packFiles } from '../imports/pack-files.ts';
import type { PlacedFile } from '../imports/placed-file.ts';
import type { Transport } from '../transport/transport.ts';
import { errorReplyOf } from './error-reply.ts';

export type ImportState = 'admitting' | 'reading' | 'ready' | 'failed' | 'running' | 'completed' | 'cancelled' | 'undone';

/** One file on its way in. */
export interface ImportItem {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly state: ImportState;
  readonly handle: FileHandle | null;
  /** Of a folder that a browser hands over: how many of its files have been read for it. */
  readonly packing: { readonly done: number; readonly total: number } | null;
  /** The file of a folder or archive that the person looks at; null: the first that can be read. */
  readonly inner: string | null;
  /** What the person settled. */
  readonly options: ImportOptions;
  /** The last preview; it stays while the file is read again with other options. */
  readonly preview: ImportPreview | null;
  readonly error: ErrorReply | null;
  readonly task: string | null;
  readonly result: ImportResult | null;
}

export interface ImportsState {
  readonly items: readonly ImportItem[];
  readonly chosen: number | null;
  addFiles(files: readonly File[]): Promise<void>;
  /** Takes in the files of a folder as one import; those of kinds that hold no bars are left behind. */
  addFolder(name: string, files: readonly PlacedFile[]): Promise<void>;
  /** Takes in files or folders that main already knows. */
  addHandles(handles: readonly FileHandle[]): Promise<void>;
  choose(id: number): void;
  remove(id: number): void;
  /** Settles how a file is read and previews it again; undefined means: detect. */
  settle<K extends keyof ImportOptions>(id: number, field: K, value: ImportOptions[K] | undefined): Promise<void>;
  /** Takes over all options at once, e.g. those of a saved mapping. */
  adopt(id: number, options: ImportOptions): Promise<void>;
  /** Shows another file of a folder or archive. */
  look(id: number, inner: string): Promise<void>;
  /** Reads a file's preview again. */
  retry(id: number): Promise<void>;
  /** Starts every file that is ready and has no open question. */
  start(): Promise<void>;
  /** Takes over how a task goes on. */
  followTask(task: Task): void;
  undo(id: number): Promise<UndoneImport | null>;
  /** Forgets the files that have ended; those still running stay. */
  clearEnded(): void;
}

/** More files than these are handed over together, as those of a folder: each one alone is read, shown and asked about by itself. */
const mostSingleFiles = 50;

export type ImportsStore = StoreApi<ImportsState>;

export function createImportsStore(transport: Transport): ImportsStore {
  let lastId = 0;
  const uploads = new Map<number, AbortController>();
  return createStore<ImportsState>()((set, get) => {
    const itemOf = (id: number): ImportItem | undefined => get().items.find((item) => item.id === id);
    const change = (id: number, part: Partial<ImportItem>): void => set({ items: get().items.map((item) => (item.id === id ? { ...item, ...part } : item)) });
    const release = ({ handle }: ImportItem): void => {
      // A token that cannot be released ends with the session; there is nothing for the user to do about it.
      if (handle !== null) void transport.invoke('files.release', { token: handle.token }).catch(() => undefined);
    };

    const read = async (id: number): Promise<void> => {
      const item = itemOf(id);
      if (item === undefined || item.handle === null) return;
      change(id, { state: 'reading', error: null });
      const { options, inner } = item;
      // A later choice has started its own reading; this answer is out of date then.
      const isWanted = (): boolean => itemOf(id)?.options === options && itemOf(id)?.inner === inner;
      try {
        const preview = await transport.invoke('import.preview', { file: item.handle.token, options, ...(inner === null ? {} : { inner }) });
        if (isWanted()) change(id, { state: 'ready', preview });
      } catch (thrown) {
        if (isWanted()) change(id, { state: 'failed', error: errorReplyOf(thrown) });
      }
    };

    const admit = async (id: number, fileOf: (signal: AbortSignal) => Promise<File>): Promise<void> => {
      const upload = new AbortController();
      uploads.set(id, upload);
      try {
        const handle = await transport.admitFile(await fileOf(upload.signal), upload.signal);
        if (itemOf(id) === undefined) return void transport.invoke('files.release', { token: handle.token });
        change(id, { handle });
        await read(id);
      } catch (thrown) {
        change(id, { state: 'failed', error: errorReplyOf(thrown) });
      } finally {
        uploads.delete(id);
      }
    };

    return {
      items: [],
      chosen: null,
      addFiles: async (files) => {
        if (!transport.admitsFolders && files.length > mostSingleFiles) {
          return get().addFolder(`${files[0]?.name ?? ''} … (${files.length})`, files.map((file) => ({ path: file.name, file })));
        }
        const added = files.map((file): [File, ImportItem] => [file, newItem(++lastId, file.name, file.size)]);
        set({ items: [...get().items, ...added.map(([, item]) => item)], chosen: get().chosen ?? added[0]?.[1].id ?? null });
        for (const [file, item] of added) {
          if (itemOf(item.id) !== undefined) await admit(item.id, () => Promise.resolve(file));
        }
      },
      addFolder: async (name, all) => {
        const files = all.filter(({ path }) => holdsBars(path));
        const item = newItem(++lastId, name, files.reduce((sum, { file }) => sum + file.size, 0));
        set({ items: [...get().items, { ...item, packing: { done: 0, total: files.length } }], chosen: get().chosen ?? item.id });
        let shownAt = 0;
        const onProgress = (done: number, total: number): void => {
          // One file after another would draw the dialog thousands of times.
          if (done < total && done < shownAt + total / 100) return;
          shownAt = done;
          change(item.id, { packing: { done, total } });
        };
        await admit(item.id, async (signal) => {
          if (files.length === 0) throw new AppError('import.noFiles');
          return new File([await packFiles(files, { onProgress, signal })], name);
        });
      },
      addHandles: async (handles) => {
        const added = handles.map((handle): ImportItem => ({ ...newItem(++lastId, handle.name, handle.bytes), handle }));
        set({ items: [...get().items, ...added], chosen: get().chosen ?? added[0]?.id ?? null });
        for (const { id } of added) await read(id);
      },
      choose: (chosen) => set({ chosen }),
      remove: (id) => {
        const item = itemOf(id);
        if (item === undefined || item.state === 'running') return;
        uploads.get(id)?.abort();
        release(item);
        const items = get().items.filter((other) => other.id !== id);
        set({ items, chosen: get().chosen === id ? (items[0]?.id ?? null) : get().chosen });
      },
      settle: async (id, field, value) => {
        const item = itemOf(id);
        if (item === undefined) return;
        const { [field]: _, ...others } = item.options;
        change(id, { options: value === undefined ? others : { ...others, [field]: value } });
        await read(id);
      },
      adopt: async (id, options) => {
        change(id, { options });
        await read(id);
      },
      look: async (id, inner) => {
        change(id, { inner });
        await read(id);
      },
      retry: (id) => read(id),
      start: async () => {
        for (const { id, handle, options } of get().items.filter(canStart)) {
          if (handle === null) continue;
          change(id, { state: 'running', error: null });
          try {
            const { task } = await transport.invoke('import.start', { file: handle.token, options });
            change(id, { task });
            // A short import may have ended before its id was known here.
            get().followTask(await transport.invoke('tasks.get', { task }));
          } catch (thrown) {
            change(id, { state: 'failed', error: errorReplyOf(thrown) });
          }
        }
      },
      followTask: (task) => {
        const item = get().items.find((other) => other.task === task.id && other.state === 'running');
        if (item === undefined) return;
        // The result of an `import` task is an ImportResult by contract.
        if (task.state === 'completed') change(item.id, { state: 'completed', result: task.result as ImportResult });
        if (task.state === 'cancelled') change(item.id, { state: 'cancelled', result: task.result as ImportResult | null, error: task.error });
        if (task.state === 'failed') change(item.id, { state: 'failed', error: task.error });
      },
      undo: async (id) => {
        const item = itemOf(id);
        const batch = item === undefined ? null : writtenBatch(item);
        if (batch === null) return null;
        try {
          const undone = await transport.invoke('import.undo', { batch });
          change(id, { state: 'undone', error: null });
          return undone;
        } catch (thrown) {
          change(id, { error: errorReplyOf(thrown) });
          return null;
        }
      },
      clearEnded: () => {
        const kept = get().items.filter(({ state }) => state === 'running');
        for (const item of get().items.filter((other) => !kept.includes(other))) {
          uploads.get(item.id)?.abort();
          release(item);
        }
        set({ items: kept, chosen: kept[0]?.id ?? null });
      },
    };
  });
}

/** Whether a file can be imported as it stands. */
export function canStart(item: ImportItem): boolean {
  return item.state === 'ready' && item.preview !== null && !hasQuestions(item.preview);
}

/** The instrument whose chart an import that ended can show: the first the file names. */
export function importedSymbol({ state, preview, result }: ImportItem): string | null {
  if (state !== 'completed' || result === null || result.symbols === 0 || preview?.kind !== 'bars') return null;
  return preview.plan.symbols[0] ?? null;
}

/** The import that can be taken back: a whole one, or what a cancelled one had written. */
export function writtenBatch({ result, error }: ImportItem): number | null {
  if (result !== null) return result.batch;
  return error?.code === 'import.cancelled' ? Number(error.params['batch']) : null;
}

/** Whether something about a file must be settled first. */
export function hasQuestions(preview: ImportPreview): boolean {
  return preview.kind === 'bars' && preview.questions.length > 0;
}

function newItem(id: number, name: string, bytes: number): ImportItem {
  const nothing = { handle: null, packing: null, inner: null, options: {}, preview: null, error: null, task: null, result: null } as const;
  return { id, name, bytes, state: 'admitting', ...nothing };
}
