import { statSync } from 'node:fs';
import { AppError } from '../../shared/app-error.ts';
import type { AppEvent } from '../../shared/contract/event.ts';
import { importOptions, type ImportOptions } from '../../shared/contract/imports.ts';
import type { SymbolHints } from '../../shared/symbol-text.ts';
import type { FileTokens } from '../files/file-tokens.ts';
import { previewImport } from '../files/import/preview-import.ts';
import { runImport } from '../files/import/run-import.ts';
import { importInstrumentList, previewInstrumentList } from '../files/instruments/import-instrument-list.ts';
import { openInstrumentList } from '../files/instruments/open-instrument-list.ts';
import { openWatchlist } from '../files/watchlists/open-watchlist.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { TaskRunner } from '../tasks/task-runner.ts';
import type { HandlersOf } from './handlers.ts';
import { importWatchlist, previewWatchlist } from './watchlists/import-watchlist.ts';

interface ImportServices {
  readonly store: Store;
  readonly tasks: TaskRunner;
  readonly files: FileTokens;
  readonly clock: Clock;
  /** The built or source file of the import worker. */
  readonly workerUrl: URL;
  /** The folder of the app's resources. */
  readonly resources: string;
  readonly emit: (event: AppEvent) => void;
}

/** The methods `import.*`. A file is a list of instruments, a watchlist, or bars, in this order. */
export function importHandlers({ store, tasks, files, clock, workerUrl, resources, emit }: ImportServices): HandlersOf<'import'> {
  return {
    'import.preview': ({ file, options, inner }) => {
      const { path, name } = files.resolve(file, 'read');
      const listed = openInstrumentList(path);
      if (listed !== null) return previewInstrumentList(name, statSync(path).size, listed, store.read.instruments());
      const text = openWatchlist(path, name);
      if (text !== null) return previewWatchlist({ name, text, hints: hintsOf(options) }, statSync(path).size, store.read.instruments());
      return previewImport({ path, name, options: withMapping(options, store.read.mappings()), inner, workerUrl, resources, clock });
    },
    'import.start': ({ file, options }) => {
      const { path, name } = files.resolve(file, 'read');
      const settled = withMapping(options, store.read.mappings());
      const listed = openInstrumentList(path);
      if (listed !== null) return { task: tasks.start('import', name, () => importInstrumentList({ name, listed, store, clock })).id };
      const text = openWatchlist(path, name);
      if (text !== null) {
        const work = tasks.start('import', name, async () => {
          const result = await importWatchlist({ name, text, hints: hintsOf(settled) }, store, clock);
          emit({ type: 'watchlists' });
          return result;
        });
        return { task: work.id };
      }
      const task = tasks.start('import', name, ({ signal, progress }) =>
        runImport({ path, name, options: settled, writer: store.write, workerUrl, resources, clock, onProgress: progress, signal }),
      );
      return { task: task.id };
    },
    'import.batches': () => store.read.batches(),
    'import.rejections': ({ batch, offset, limit }) => store.read.rejections(batch, offset, limit),
    'import.undo': async ({ batch }) => {
      const undone = await store.write.undoImport(batch);
      // Lists it made may have gone too.
      emit({ type: 'watchlists' });
      return undone;
    },
    'import.mappings': () =>
      [...store.read.mappings()].flatMap(([name, saved]) => {
        const parsed = importOptions.safeParse(saved);
        return parsed.success ? [{ name, options: parsed.data }] : [];
      }),
    'import.saveMapping': async ({ name, options }) => {
      await store.write.saveMapping(name, options);
      return { name, options };
    },
    'import.removeMapping': async ({ name }) => {
      await store.write.removeMapping(name);
      return null;
    },
  };
}

/** What settles the instruments of a list. */
function hintsOf({ market, exchange }: ImportOptions): SymbolHints {
  return { market, exchange };
}

/** The options with those of the saved mapping they name; what is written wins. Errors: `import.mapping`. */
function withMapping({ mapping, ...options }: ImportOptions, mappings: ReadonlyMap<string, unknown>): ImportOptions {
  if (mapping === undefined) return options;
  const saved = importOptions.safeParse(mappings.get(mapping));
  if (!saved.success) throw new AppError('import.mapping', { name: mapping, allowed: [...mappings.keys()].join(', ') || '–' });
  return { ...saved.data, ...options };
}
