import { AppError } from '../../../shared/app-error.ts';
import type { ImportOptions, ImportPlan, ImportResult, Rejection } from '../../../shared/contract/imports.ts';
import type { Clock } from '../../ports.ts';
import type { StoreWriter } from '../../store/store.ts';
import type { FileOutcome } from './import-file.ts';
import type { ImportMessage } from './import-messages.ts';
import { importWorkerMessages } from './import-worker-thread.ts';
import type { TallyCounts } from './import-tally.ts';

/** The part of the store an import writes to. */
export type ImportWriter = Pick<StoreWriter, 'beginImport' | 'writeChunk' | 'finishImport'>;

export interface RunRequest {
  readonly path: string;
  /** The file's name, without folders. */
  readonly name: string;
  readonly options: ImportOptions;
  readonly writer: ImportWriter;
  readonly workerUrl: URL;
  readonly clock: Clock;
  readonly onProgress: (doneBytes: number, totalBytes: number) => void;
  readonly signal: AbortSignal;
}

const shownRejections = 100;

/**
 * Imports one file: the worker parses, each chunk becomes one transaction of the store. An abort or a failure ends the batch at a chunk's
 * border as `cancelled`; what was written stays under the batch's id and can be undone, and a second run completes to the same data.
 */
export async function runImport(request: RunRequest): Promise<ImportResult> {
  const { path, name, options, writer, workerUrl, clock, onProgress, signal } = request;
  const startedAt = clock.now();
  let plan: ImportPlan | null = null;
  let totalBytes = 0;
  let batch: number | null = null;
  let imported = 0;
  let unchanged = 0;
  let counts: TallyCounts | null = null;
  let outcome: FileOutcome | null = null;
  const rejections: Rejection[] = [];

  const write = async (message: ImportMessage & { kind: 'chunk' }, { format, freq, basis }: ImportPlan): Promise<void> => {
    batch ??= await writer.beginImport(name, format, clock.now());
    const series = message.series.map((one) => ({ ...one, freq: freq ?? '1d', origin: format, basis: basis ?? 'raw' } as const));
    const written = await writer.writeChunk(batch, { series, actions: [], rejections: message.rejections }, clock.now());
    imported += written.imported;
    unchanged += written.unchanged;
    counts = message.counts;
    rejections.push(...message.rejections.slice(0, shownRejections - rejections.length));
  };

  try {
    const messages = importWorkerMessages(workerUrl, { task: 'import', request: { path, name, options, now: startedAt } }, signal);
    let step = await messages.next();
    while (step.done !== true) {
      const message = step.value;
      if (message.kind === 'plan') [plan, totalBytes] = [message.plan, message.totalBytes];
      if (message.kind === 'progress') onProgress(message.doneBytes, totalBytes);
      if (message.kind === 'done') outcome = message.outcome;
      if (message.kind === 'chunk' && plan !== null) await write(message, plan);
      step = await messages.next(message.kind === 'chunk' ? 'next' : undefined);
    }
    if (outcome === null || plan === null) throw new Error('the import worker ended without a result');
  } catch (error) {
    const done: TallyCounts | null = counts;
    if (batch !== null) await writer.finishImport(batch, { state: 'cancelled', rows: rowsOf(done), rejected: rejectedOf(done) });
    throw error;
  }
  onProgress(totalBytes, totalBytes);
  const { counts: books, symbols, from, to } = outcome;
  if (batch !== null) await writer.finishImport(batch, { state: 'completed', rows: books.rows, rejected: books.rejected });
  else if (books.rejected === books.rows) throw new AppError('import.rejectedAll', { rows: books.rows, rule: Object.keys(books.rejectedBy).join(', ') });
  return {
    batch, file: name, format: plan.format, imported, unchanged, symbols, from, to, rejections,
    rows: books.rows, rejected: books.rejected, skipped: books.skipped,
    repaired: books.repaired, rejectedBy: books.rejectedBy, skippedBy: books.skippedBy,
    elapsedMs: clock.now() - startedAt,
  };
}

function rowsOf(counts: TallyCounts | null): number {
  return counts?.rows ?? 0;
}

function rejectedOf(counts: TallyCounts | null): number {
  return counts?.rejected ?? 0;
}
