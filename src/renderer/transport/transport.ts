import type { FileHandle } from '../../shared/contract/files.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';

/** What the renderer needs from its host. */
export interface Transport extends MethodCaller {
  /** Hands a dropped or chosen file to main and gets its capability. */
  admitFile(file: File, signal?: AbortSignal): Promise<FileHandle>;
}
