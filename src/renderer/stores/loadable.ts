import type { ErrorReply } from '../../shared/app-error.ts';

/** Something read from the core. While it is read again, or after that failed, the last good value stays. */
export type Loadable<T> =
  | { readonly state: 'loading'; readonly value: null }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly value: T | null; readonly error: ErrorReply };
