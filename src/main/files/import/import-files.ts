import { AppError } from '../../../shared/app-error.ts';
import type { ImportFailure } from '../../../shared/contract/imports.ts';
import { GatheredParts } from './gathered-parts.ts';
import { importFile, type FileOutcome, type FilePart, type FileRequest, type FileSink } from './import-file.ts';
import type { TallyCounts } from './import-tally.ts';
import { sourceFiles } from './source-files.ts';

/** What is imported: a file, or the files of a folder or archive. */
export interface ImportRequest extends Omit<FileRequest, 'file'> {
  readonly path: string;
  /** Its name, without folders. */
  readonly name: string;
}

export interface ImportedFiles extends FileOutcome {
  /** The books of each file of a folder or archive; empty for a file of its own. */
  readonly files: readonly { readonly file: string; readonly counts: TallyCounts }[];
  /** Files that could not be imported; the others were. */
  readonly failures: readonly ImportFailure[];
  /** Files of kinds that hold no bars. */
  readonly otherFiles: number;
}

/** Imports a file, or those of a folder or archive one after another; of those, one that fails is listed and does not stop the others. Errors: those of `sourceFiles` and, for a file of its own, of `importFile`. */
export async function importFiles({ path, name, ...request }: ImportRequest, sink: FileSink): Promise<ImportedFiles> {
  const source = await sourceFiles(path, name);
  if (source.single !== null) return { ...(await importFile({ ...request, file: source.single }, sink)), files: [], failures: [], otherFiles: 0 };
  const outcomes: FileOutcome[] = [];
  const files: { readonly file: string; readonly counts: TallyCounts }[] = [];
  const failures: ImportFailure[] = [];
  const gathered = new GatheredParts(sink);
  let books = noCounts;
  let before = 0;
  for await (const file of source.each()) {
    if (!('open' in file)) {
      failures.push(file);
      continue;
    }
    const done = books;
    const handedOn = new HandedOn();
    let counts: TallyCounts | null;
    const ownSink: FileSink = {
      part(part) {
        handedOn.add(part);
        return gathered.add({
          ...part,
          series: part.series.map((one) => ({ ...one, file: file.name })),
          counts: addCounts([done, part.counts]),
          rejections: part.rejections.map((one) => ({ ...one, text: `${file.name}: ${one.text}` })),
        });
      },
      progress: (doneBytes) => sink.progress(Math.min(before + doneBytes, source.bytes), source.bytes),
    };
    try {
      const outcome = await importFile({ ...request, file }, ownSink);
      outcomes.push(outcome);
      counts = outcome.counts;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push({ file: file.name, error: error.toReply() });
      // What was handed on before the file broke off is written, and counts.
      counts = handedOn.counts;
    }
    if (counts !== null) {
      files.push({ file: file.name, counts });
      books = addCounts([done, counts]);
    }
    before += file.bytes;
    ownSink.progress(0, source.bytes);
  }
  await gathered.flush();
  const kinds = new Set(outcomes.map(({ format }) => format));
  const ends = outcomes.flatMap(({ from, to }) => [from, to]).filter((end) => end !== null).toSorted();
  return {
    format: kinds.size === 1 ? [...kinds].join('') : 'folder',
    counts: books,
    symbols: [...new Set(outcomes.flatMap(({ symbols }) => symbols))],
    from: ends[0] ?? null,
    to: ends.at(-1) ?? null,
    files, failures, otherFiles: source.otherFiles(),
  };
}

/** The books of the parts that a file has handed on: rows still being collected when it breaks off are not among them. */
class HandedOn {
  #bars = 0;
  counts: TallyCounts | null = null;

  add({ series, counts }: FilePart): void {
    this.#bars += series.reduce((sum, { columns }) => sum + columns.time.length, 0);
    this.counts = { ...counts, rows: this.#bars + counts.rejected + counts.skipped };
  }
}

const noCounts: TallyCounts = { rows: 0, rejected: 0, skipped: 0, repaired: {}, rejectedBy: {}, skippedBy: {} };

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
