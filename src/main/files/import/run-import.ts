import { AppError } from '../../../shared/app-error.ts';
import type { ImportOptions, ImportResult, Rejection } from '../../../shared/contract/imports.ts';
import type { Clock } from '../../ports.ts';
import type { WrittenBars } from '../../store/import-store.ts';
import type { StoreWriter } from '../../store/store.ts';
import type { FilePart } from './import-file.ts';
import type { ImportedFiles } from './import-files.ts';
import { importWorkerMessages } from './import-worker-thread.ts';

/** The part of the store an import writes to. */
export type ImportWriter = Pick<StoreWriter, 'beginImport' | 'writeChunk' | 'finishImport'>;

export interface RunRequest {
  /** A file, or a folder or archive whose files are imported one after another under one batch. */
  readonly path: string;
  /** Its name, without folders. */
  readonly name: string;
  readonly options: ImportOptions;
  readonly writer: ImportWriter;
  readonly workerUrl: URL;
  /** The folder of the app's resources. */
  readonly resources: string;
  readonly clock: Clock;
  readonly onProgress: (doneBytes: number, totalBytes: number) => void;
  readonly signal: AbortSignal;
}

const shownRejections = 100;
const nothing: WrittenBars = { imported: 0, unchanged: 0 };

/**
 * Imports a file or folder: the worker parses, each part becomes one transaction of the store. An abort or a failure ends the batch at a
 * part's border as `cancelled`; what was written stays under the batch's id and can be undone, and a second run completes to the same data.
 */
export async function runImport(request: RunRequest): Promise<ImportResult> {
  const { path, name, options, workerUrl, resources, clock, onProgress, signal } = request;
  const startedAt = clock.now();
  const batch = new ImportBatchWriter(request);
  let outcome: ImportedFiles | null = null;
  try {
    const messages = importWorkerMessages(workerUrl, { task: 'import', request: { path, name, options, now: startedAt, resources } }, signal);
    let step = await messages.next();
    while (step.done !== true) {
      const message = step.value;
      if (message.kind === 'progress') onProgress(message.doneBytes, message.totalBytes);
      if (message.kind === 'done') outcome = message.outcome;
      if (message.kind === 'part') await batch.write(message.part);
      step = await messages.next(message.kind === 'part' ? 'next' : undefined);
    }
    if (outcome === null) throw new Error('the import worker ended without a result');
  } catch (error) {
    await batch.finish('cancelled', batch.rows, batch.rejected);
    if (signal.aborted && batch.id !== null) throw new AppError('import.cancelled', { batch: batch.id, imported: batch.imported }, { cause: error });
    throw error;
  }
  const { counts, symbols } = outcome;
  await batch.finish('completed', counts.rows, counts.rejected);
  return {
    batch: batch.id, file: name, format: outcome.format,
    rows: counts.rows, imported: batch.imported, unchanged: batch.unchanged, rejected: counts.rejected, skipped: counts.skipped,
    symbols: symbols.length, from: outcome.from, to: outcome.to,
    repaired: counts.repaired, rejectedBy: counts.rejectedBy, skippedBy: counts.skippedBy,
    rejections: batch.rejections, watchlist: null,
    files: outcome.files.map(({ file, counts: own }) => ({ file, rows: own.rows, ...batch.writtenOf(file), rejected: own.rejected, skipped: own.skipped })),
    failures: outcome.failures, otherFiles: outcome.otherFiles,
    elapsedMs: clock.now() - startedAt,
  };
}

/** Writes parts under one batch, which begins with the first of them: a file that is refused leaves no trace. */
class ImportBatchWriter {
  readonly #request: RunRequest;
  id: number | null = null;
  imported = 0;
  unchanged = 0;
  rows = 0;
  rejected = 0;
  readonly rejections: Rejection[] = [];
  readonly #written = new Map<string | null, WrittenBars>();

  constructor(request: RunRequest) {
    this.#request = request;
  }

  async write({ format, series, actions, rejections, counts }: FilePart): Promise<void> {
    const { writer, name, clock } = this.#request;
    this.id ??= await writer.beginImport(name, format, clock.now());
    const chunk = { series: series.map(({ file: _file, ...one }) => one), actions, rejections };
    const written = await writer.writeChunk(this.id, chunk, clock.now());
    this.imported += written.imported;
    this.unchanged += written.unchanged;
    series.forEach(({ file }, index) => {
      const own = this.writtenOf(file);
      const { imported, unchanged } = written.bySeries[index] ?? nothing;
      this.#written.set(file, { imported: own.imported + imported, unchanged: own.unchanged + unchanged });
    });
    this.rows = counts.rows;
    this.rejected = counts.rejected;
    this.rejections.push(...rejections.slice(0, shownRejections - this.rejections.length));
  }

  /** What was written of one of several files. */
  writtenOf(file: string | null): WrittenBars {
    return this.#written.get(file) ?? nothing;
  }

  async finish(state: 'completed' | 'cancelled', rows: number, rejected: number): Promise<void> {
    if (this.id !== null) await this.#request.writer.finishImport(this.id, { state, rows, rejected });
  }
}
