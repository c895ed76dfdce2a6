import type { FileHandle } from '../../shared/contract/files.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';

/**
 * How events reach the page: `live` as they happen, `polling` asked for every few seconds because the stream does not hold,
 * `lost` when the host does not answer at all. The page says so in the last two.
 */
export type Connection = 'live' | 'polling' | 'lost';

/** What the renderer needs from its host. */
export interface Transport extends MethodCaller {
  /** Whether a dropped folder can be handed over as it is; a browser hands over files only. */
  readonly admitsFolders: boolean;
  /** Hands a dropped or chosen file to main and gets its capability. */
  admitFile(file: File, signal?: AbortSignal): Promise<FileHandle>;
  /** Gives the user a file that main made: the desktop asks where to keep it, a browser saves it as a download. */
  keepFile(file: Pick<FileHandle, 'token' | 'name'>): Promise<void>;
  /** Tells the state at once and after every change; returns its own undo. */
  onConnection(listener: (connection: Connection) => void): () => void;
}
