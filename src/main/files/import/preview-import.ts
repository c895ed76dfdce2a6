import type { ImportOptions, BarsPreview } from '../../../shared/contract/imports.ts';
import type { Clock } from '../../ports.ts';
import { importWorkerMessages } from './import-worker-thread.ts';

export interface PreviewRequest {
  readonly path: string;
  readonly name: string;
  readonly options: ImportOptions;
  /** The file of a folder or archive to look at. */
  readonly inner?: string | undefined;
  readonly workerUrl: URL;
  /** The folder of the app's resources. */
  readonly resources: string;
  readonly clock: Clock;
}

/** Looks at a file off the main thread: plan, first rows, questions. Errors: those of `openImport`. */
export async function previewImport({ path, name, options, inner, workerUrl, resources, clock }: PreviewRequest): Promise<BarsPreview> {
  for await (const message of importWorkerMessages(workerUrl, { task: 'preview', request: { path, name, options, inner, now: clock.now(), resources } }, null)) {
    if (message.kind === 'preview') return message.preview;
  }
  throw new Error('the import worker ended without a preview');
}
