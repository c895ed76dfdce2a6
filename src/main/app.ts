import type { AppInfo, Health } from '../shared/contract/app.ts';
import type { Language } from '../shared/i18n/language.ts';
import type { Task } from '../shared/contract/tasks.ts';
import type { Dispatch } from './api/dispatch.ts';
import type { EventHub } from './api/event-hub.ts';
import type { FileTokens } from './files/file-tokens.ts';

/** The running core: everything but the window and the wire. */
export interface App {
  readonly info: AppInfo;
  readonly dispatch: Dispatch;
  readonly events: EventHub;
  readonly files: FileTokens;
  health(): Health;
  /** The language of texts and names, by the settings. */
  language(): Language;
  /** Resolves with a task once it has ended, however it ended. */
  taskEnd(id: string): Promise<Task>;
  /** Lets the open workspace, and any opened after it, run its jobs by schedule. */
  startJobs(): void;
  /** Stops accepting calls, ends tasks, closes the store. Calling it twice is safe. */
  close(): Promise<void>;
}
