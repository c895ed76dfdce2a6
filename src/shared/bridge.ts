import type { MethodName } from './contract/contract.ts';
import type { AppEvent } from './contract/event.ts';
import type { FileHandle } from './contract/files.ts';
import type { Reply } from './contract/reply.ts';

/** The channels between the desktop window and main. */
export const bridgeChannels = {
  invoke: 'chartroom:invoke',
  admitFile: 'chartroom:admit-file',
  events: 'chartroom:events',
} as const;

/** What the preload script gives the page as `window.chartroom`: these three functions and nothing else. */
export interface Bridge<DroppedFile> {
  /**
   * Calls a method of the contract.
   * Security: the name is checked here against the contract's names and again in main; input is parsed in main.
   */
  invoke(method: MethodName, input: unknown): Promise<Reply<unknown>>;
  /**
   * Receives the events; returns its own undo.
   * Security: the page gets the payload only, never Electron's event object, which leads to `ipcRenderer`.
   */
  subscribe(listener: (events: readonly AppEvent[]) => void): () => void;
  /**
   * Turns a file that a person dropped or chose into a capability.
   * Security: the path goes from the preload script to main; the page neither names nor sees it. A File made by script has none.
   */
  admitFile(file: DroppedFile): Promise<Reply<FileHandle>>;
}
