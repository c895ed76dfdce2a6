import { AppError } from '../../../shared/app-error.ts';
import type { ContainedFile, ContainedFiles, ImportFailure, ImportOptions } from '../../../shared/contract/imports.ts';
import { openImport, type OpenedImport } from './open-import.ts';
import type { SourceFile } from './source-file.ts';
import { sourceFiles } from './source-files.ts';

/** A file that is opened for its preview, and what stands beside it. */
export interface LookedInto {
  readonly bytes: number;
  readonly opened: OpenedImport;
  /** Of a folder or archive; null for a file of its own. */
  readonly contents: ContainedFiles | null;
}

interface Place {
  readonly path: string;
  readonly name: string;
  readonly options: ImportOptions;
  /** The file of a folder or archive to be shown. */
  readonly inner: string | undefined;
}

const listedFiles = 100;
/** A preview is waited for: it tells the kinds of so many files, as long as they take no more than so many bytes. */
const lookedFiles = 50;
const lookedBytes = 8 * 2 ** 20;

/**
 * Opens a file, or of a folder or archive the one asked for (the first that can be read where none is, or where it cannot be read) and tells
 * the kinds of the others. Where none can be read, the error of the first.
 */
export async function lookInto({ path, name, options, inner }: Place): Promise<LookedInto> {
  const source = await sourceFiles(path, name);
  if (source.single !== null) return { bytes: source.bytes, opened: await openImport(source.single, options), contents: null };
  const first: ContainedFile[] = [];
  let shown: { readonly file: string; readonly opened: OpenedImport } | null = null;
  let bytesLeft = lookedBytes;
  for await (const file of source.each()) {
    const wanted = 'open' in file && (shown === null || file.name === inner);
    const looked = wanted || (first.length < lookedFiles && 'open' in file && file.bytes <= bytesLeft);
    if (looked) bytesLeft -= file.bytes;
    const { entry, opened } = await contained(file, looked, options);
    first.push(entry);
    if (wanted && opened !== null) shown = { file: entry.file, opened };
    if (first.length === listedFiles) break;
  }
  if (shown === null) {
    const refused = first.find(({ error }) => error !== null)?.error;
    throw refused == null ? new AppError('import.noFiles') : new AppError(refused.code, refused.params);
  }
  return { bytes: source.bytes, opened: shown.opened, contents: { total: source.count, others: source.otherFiles(), shown: shown.file, first } };
}

async function contained(file: SourceFile | ImportFailure, look: boolean, options: ImportOptions): Promise<{ readonly entry: ContainedFile; readonly opened: OpenedImport | null }> {
  if (!('open' in file)) return { entry: { file: file.file, bytes: 0, format: null, asks: false, error: file.error }, opened: null };
  const unknown: ContainedFile = { file: file.name, bytes: file.bytes, format: null, asks: false, error: null };
  if (!look) return { entry: unknown, opened: null };
  try {
    const opened = await openImport(file, options);
    return { entry: { ...unknown, format: opened.plan.shown.format, asks: opened.plan.questions.length > 0 }, opened };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { entry: { ...unknown, error: error.toReply() }, opened: null };
  }
}
