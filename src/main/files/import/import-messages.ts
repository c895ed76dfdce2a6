import type { ErrorReply } from '../../../shared/app-error.ts';
import type { ImportPlan, ImportPreview, Rejection } from '../../../shared/contract/imports.ts';
import type { CollectedSeries } from './bar-collector.ts';
import type { FileOutcome, FileRequest } from './import-file.ts';
import type { TallyCounts } from './import-tally.ts';

/** What the worker is started with. */
export interface ImportWorkerData {
  readonly task: 'import' | 'preview';
  readonly request: FileRequest;
}

/** From the worker. A `chunk` is answered with `'next'` once more may come. */
export type ImportMessage =
  | { readonly kind: 'plan'; readonly plan: ImportPlan; readonly totalBytes: number }
  | { readonly kind: 'chunk'; readonly series: readonly CollectedSeries[]; readonly rejections: readonly Rejection[]; readonly counts: TallyCounts }
  | { readonly kind: 'progress'; readonly doneBytes: number }
  | { readonly kind: 'done'; readonly outcome: FileOutcome }
  | { readonly kind: 'preview'; readonly preview: ImportPreview }
  | { readonly kind: 'failed'; readonly error: ErrorReply | null; readonly text: string };
