import type { ErrorReply } from '../../../shared/app-error.ts';
import type { BarsPreview } from '../../../shared/contract/imports.ts';
import type { FilePart } from './import-file.ts';
import type { PreviewedRequest } from './preview-file.ts';
import type { ImportedFiles, ImportRequest } from './import-files.ts';

/** What the worker is started with. */
export type ImportWorkerData =
  | { readonly task: 'import'; readonly request: ImportRequest }
  | { readonly task: 'preview'; readonly request: PreviewedRequest };

/** From the worker. A `part` is answered with `'next'` once it is written; `'stop'` ends the worker. */
export type ImportMessage =
  | { readonly kind: 'part'; readonly part: FilePart }
  | { readonly kind: 'progress'; readonly doneBytes: number; readonly totalBytes: number }
  | { readonly kind: 'done'; readonly outcome: ImportedFiles }
  | { readonly kind: 'preview'; readonly preview: BarsPreview }
  | { readonly kind: 'failed'; readonly error: ErrorReply | null; readonly text: string };
