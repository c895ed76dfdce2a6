import type { MessagePort } from 'node:worker_threads';
import type { ErrorReply } from '../../shared/app-error.ts';
import type { UniverseWorkName } from './universe-works.ts';

/** The cells that all threads of one work share: which item comes next, and whether to stop. */
export const controlCell = { next: 0, stop: 1 } as const;

/** What a thread is started with. The one with `helpers` prepares the work and hands it to them; a helper waits on `from`. */
export interface UniverseWorkerData {
  readonly file: string;
  readonly name: UniverseWorkName;
  readonly plan: unknown;
  /** `controlCell`s in shared memory. */
  readonly control: Int32Array;
  readonly helpers: readonly MessagePort[];
  readonly from: MessagePort | null;
}

/** What a helper is handed; null when there is nothing to do. */
export interface HandedWork {
  readonly shared: unknown;
  readonly count: number;
}

export type UniverseWorkerMessage =
  | { readonly kind: 'prepared'; readonly summary: unknown; readonly count: number }
  | { readonly kind: 'results'; readonly first: number; readonly results: readonly unknown[] }
  | { readonly kind: 'failed'; readonly error: ErrorReply | null; readonly text: string };
