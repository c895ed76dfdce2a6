import { stat } from 'node:fs/promises';
import { AppError } from '../../../shared/app-error.ts';
import type { ImportFailure } from '../../../shared/contract/imports.ts';
import { holdsBars } from '../../../shared/holds-bars.ts';
import { folderFiles } from './folder-files.ts';
import { fileOnDisk, type SourceFile } from './source-file.ts';
import { zipFiles } from './zip-files.ts';

/** What stands at a path. */
export interface SourceFiles {
  /** A file of its own, whose errors are the import's; else the files of a folder or archive, where one that fails does not stop the others. */
  readonly single: SourceFile | null;
  /** What they take on disk, those inside archives included. */
  readonly bytes: number;
  /** Files that may hold bars; an archive in a folder counts as one. */
  readonly count: number;
  /** Files left out because of their kind, as far as they are known. */
  otherFiles(): number;
  /** One after another, archives opened on the way; an archive that cannot be opened is a failure. */
  each(): AsyncIterable<SourceFile | ImportFailure>;
}

/** The file, or the files of a folder or archive. Errors: `import.noFiles`, and those of `zipFiles`. */
export async function sourceFiles(path: string, name: string): Promise<SourceFiles> {
  const info = await stat(path).catch(() => null);
  if (info?.isDirectory() === true) return folderSource(path);
  const file = fileOnDisk(path, name, info?.size ?? 0);
  const packed = info === null ? null : await zipFiles(path);
  const [only, ...others] = packed ?? [file];
  if (only !== undefined && others.length === 0) return { single: only, bytes: only.bytes, count: 1, otherFiles: () => 0, each: () => eachOf([only]) };
  const wanted = (packed ?? []).filter(({ name: inner }) => holdsBars(inner));
  if (wanted.length === 0) throw new AppError('import.noFiles');
  const bytes = wanted.reduce((sum, { bytes: own }) => sum + own, 0);
  return { single: null, bytes, count: wanted.length, otherFiles: () => (packed?.length ?? 0) - wanted.length, each: () => eachOf(wanted) };
}

async function folderSource(path: string): Promise<SourceFiles> {
  const { files, others } = await folderFiles(path);
  if (files.length === 0) throw new AppError('import.noFiles');
  let otherFiles = others;
  return {
    single: null,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    count: files.length,
    otherFiles: () => otherFiles,
    async *each() {
      otherFiles = others;
      for (const file of files) {
        try {
          const packed = (await zipFiles(file.path)) ?? [];
          const [only, ...more] = packed;
          if (only === undefined) yield fileOnDisk(file.path, file.name, file.bytes);
          else {
            const wanted = more.length === 0 ? packed : packed.filter(({ name }) => holdsBars(name));
            otherFiles += packed.length - wanted.length;
            for (const inner of wanted) yield { ...inner, name: `${file.name}/${inner.name}` };
          }
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          yield { file: file.name, error: error.toReply() };
        }
      }
    },
  };
}

async function* eachOf(files: readonly SourceFile[]): AsyncIterable<SourceFile> {
  yield* files;
}
