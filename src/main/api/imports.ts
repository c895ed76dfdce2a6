import { AppError } from '../../shared/app-error.ts';
import { importOptions, type ImportOptions } from '../../shared/contract/imports.ts';
import type { FileTokens } from '../files/file-tokens.ts';
import { previewImport } from '../files/import/preview-import.ts';
import { runImport } from '../files/import/run-import.ts';
import { importInstrumentList } from '../files/instruments/import-instrument-list.ts';
import { openInstrumentList } from '../files/instruments/open-instrument-list.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { TaskRunner } from '../tasks/task-runner.ts';
import type { HandlersOf } from './handlers.ts';

interface ImportServices {
  readonly store: Store;
  readonly tasks: TaskRunner;
  readonly files: FileTokens;
  readonly clock: Clock;
  /** The built or source file of the import worker. */
  readonly workerUrl: URL;
  /** The folder of the app's resources. */
  readonly resources: string;
}

/** The methods `import.*`. */
export function importHandlers({ store, tasks, files, clock, workerUrl, resources }: ImportServices): HandlersOf<'import'> {
  return {
    'import.preview': ({ file, options }) =>
      previewImport({ ...files.resolve(file, 'read'), options: withMapping(options, store.read.mappings()), workerUrl, resources, clock }),
    'import.start': ({ file, options }) => {
      const { path, name } = files.resolve(file, 'read');
      const settled = withMapping(options, store.read.mappings());
      const listed = openInstrumentList(path);
      if (listed !== null) return { task: tasks.start('import', name, () => importInstrumentList({ name, listed, store, clock })).id };
      const task = tasks.start('import', name, ({ signal, progress }) =>
        runImport({ path, name, options: settled, writer: store.write, workerUrl, resources, clock, onProgress: progress, signal }),
      );
      return { task: task.id };
    },
    'import.batches': () => store.read.batches(),
    'import.rejections': ({ batch, offset, limit }) => store.read.rejections(batch, offset, limit),
    'import.undo': ({ batch }) => store.write.undoImport(batch),
  };
}

/** The options with those of the saved mapping they name; what is written wins. Errors: `import.mapping`. */
function withMapping({ mapping, ...options }: ImportOptions, mappings: ReadonlyMap<string, unknown>): ImportOptions {
  if (mapping === undefined) return options;
  const saved = importOptions.safeParse(mappings.get(mapping));
  if (!saved.success) throw new AppError('import.mapping', { name: mapping });
  return { ...saved.data, ...options };
}
