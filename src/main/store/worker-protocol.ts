import type { ErrorReply } from '../../shared/app-error.ts';
import type { Recovery } from './store.ts';
import type { Answer, StoreOperations } from './store-operations.ts';

/** A failure as it crosses threads: one for the user, or a bug with its stack. */
export type WorkerFailure =
  | { readonly kind: 'app'; readonly error: ErrorReply }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string };

export type WorkerMessage =
  | { readonly type: 'ready'; readonly recovery: Recovery | null }
  | { readonly type: 'refused'; readonly failure: WorkerFailure }
  | { readonly type: 'done'; readonly id: number; readonly answer: Answer<unknown> }
  | { readonly type: 'failed'; readonly id: number; readonly failure: WorkerFailure };

export type WorkerRequest =
  | { readonly type: 'call'; readonly id: number; readonly name: keyof StoreOperations; readonly given: readonly unknown[] }
  | { readonly type: 'close' };
