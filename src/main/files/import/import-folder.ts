import { basename } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { ImportFailure } from '../../../shared/contract/imports.ts';
import { folderFiles } from './folder-files.ts';
import { importFile, type FileOutcome, type FileRequest, type FileSink } from './import-file.ts';
import type { TallyCounts } from './import-tally.ts';

export interface FolderOutcome extends FileOutcome {
  /** Files that could not be imported; the others were. */
  readonly failures: readonly ImportFailure[];
}

/** Imports the files of a folder one after another. A file that fails is listed and does not stop the others. Error: `import.noFiles`. */
export async function importFolder(request: FileRequest, sink: FileSink): Promise<FolderOutcome> {
  const files = await folderFiles(request.path);
  if (files.length === 0) throw new AppError('import.noFiles');
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const outcomes: FileOutcome[] = [];
  const failures: ImportFailure[] = [];
  let before = 0;
  for (const file of files) {
    const done = addCounts(outcomes.map(({ counts }) => counts));
    const ownSink: FileSink = {
      part: (part) =>
        sink.part({ ...part, counts: addCounts([done, part.counts]), rejections: part.rejections.map((one) => ({ ...one, text: `${file.name}: ${one.text}` })) }),
      progress: (doneBytes) => sink.progress(before + doneBytes, totalBytes),
    };
    try {
      outcomes.push(await importFile({ ...request, path: file.path, name: basename(file.name) }, ownSink));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push({ file: file.name, error: error.toReply() });
    }
    before += file.bytes;
    sink.progress(before, totalBytes);
  }
  const kinds = new Set(outcomes.map(({ format }) => format));
  const ends = outcomes.flatMap(({ from, to }) => [from, to]).filter((end) => end !== null).toSorted();
  return {
    format: kinds.size === 1 ? [...kinds].join('') : 'folder',
    counts: addCounts(outcomes.map(({ counts }) => counts)),
    symbols: [...new Set(outcomes.flatMap(({ symbols }) => symbols))],
    from: ends[0] ?? null,
    to: ends.at(-1) ?? null,
    failures,
  };
}

function addCounts(all: readonly TallyCounts[]): TallyCounts {
  const sum = (pick: (counts: TallyCounts) => number): number => all.reduce((total, counts) => total + pick(counts), 0);
  const sumBy = (pick: (counts: TallyCounts) => Readonly<Record<string, number>>): Record<string, number> => {
    const total: Record<string, number> = {};
    for (const counts of all) for (const [rule, count] of Object.entries(pick(counts))) total[rule] = (total[rule] ?? 0) + count;
    return total;
  };
  return {
    rows: sum(({ rows }) => rows), rejected: sum(({ rejected }) => rejected), skipped: sum(({ skipped }) => skipped),
    repaired: sumBy(({ repaired }) => repaired), rejectedBy: sumBy(({ rejectedBy }) => rejectedBy), skippedBy: sumBy(({ skippedBy }) => skippedBy),
  };
}
