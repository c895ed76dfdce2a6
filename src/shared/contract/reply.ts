import type { ErrorReply } from '../app-error.ts';

/** What a method always answers, over every transport. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorReply };
