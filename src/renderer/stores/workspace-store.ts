import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ErrorReply } from '../../shared/app-error.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import { errorReplyOf } from './error-reply.ts';

export interface WorkspaceState {
  /** The workspace that is being opened, null when none is. */
  readonly opening: 'user' | 'demo' | null;
  readonly error: ErrorReply | null;
  /** Opens the demo in place of the user's own workspace, or goes back. What was read before is read again on the event. */
  open(workspace: 'user' | 'demo'): Promise<void>;
}

export type WorkspaceStore = StoreApi<WorkspaceState>;

export function createWorkspaceStore(caller: MethodCaller): WorkspaceStore {
  return createStore<WorkspaceState>()((set, get) => ({
    opening: null,
    error: null,
    open: async (workspace) => {
      if (get().opening !== null) return;
      set({ opening: workspace, error: null });
      try {
        await caller.invoke('workspace.open', { workspace });
        set({ opening: null });
      } catch (thrown) {
        set({ opening: null, error: errorReplyOf(thrown) });
      }
    },
  }));
}
