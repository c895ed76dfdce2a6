import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ErrorReply } from '../../shared/app-error.ts';
import type { AlertEvent } from '../../shared/contract/alerts.ts';
import type { RefreshResult } from '../../shared/contract/refresh.ts';
import { errorReplyOf } from './error-reply.ts';

/** Something the user did and cannot see the effect of, or that failed away from where they look. */
export interface Notice {
  readonly id: number;
  readonly content:
    | { readonly kind: 'error'; readonly error: ErrorReply }
    | { readonly kind: 'undone'; readonly removed: number; readonly restored: number; readonly members: number }
    /** A refresh came to its end. */
    | { readonly kind: 'refreshed'; readonly result: RefreshResult }
    /** Alerts that fired together, newest first. */
    | { readonly kind: 'alerts'; readonly lines: readonly AlertEvent[] };
}

export interface NoticesState {
  readonly notices: readonly Notice[];
  show(content: Notice['content']): void;
  /** Shows anything that was thrown away from where the user looks. */
  showThrown(thrown: unknown): void;
  dismiss(id: number): void;
}

export type NoticesStore = StoreApi<NoticesState>;

/** At most three stand at once; the oldest goes first. */
export function createNoticesStore(): NoticesStore {
  let lastId = 0;
  return createStore<NoticesState>()((set, get) => ({
    notices: [],
    show: (content) => set({ notices: [...get().notices.slice(-2), { id: ++lastId, content }] }),
    showThrown: (thrown) => get().show({ kind: 'error', error: errorReplyOf(thrown) }),
    dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
  }));
}
