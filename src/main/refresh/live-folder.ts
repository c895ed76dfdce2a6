import type { FolderState } from '../../shared/contract/refresh.ts';
import type { Log, Power } from '../ports.ts';
import { FolderListener } from './folder-listener.ts';
import { watchFolder, type WatchedFolder, type WatchedFolderOptions } from './watched-folder.ts';

/** The watched folder with an ear on it. */
export interface LiveFolder extends Pick<WatchedFolder, 'bringIn'> {
  /** Calls `look` when something has changed in the folder, and after the machine slept. Until then nothing is heard. */
  start(look: () => void): void;
  /** Hears of the folder that the settings name now. Never rejects. */
  follow(): Promise<void>;
  /** How it stands; `looks` tells whether anyone looks into it by schedule. */
  state(looks: boolean): FolderState;
  close(): void;
}

interface LiveFolderOptions extends WatchedFolderOptions {
  readonly log: Log;
  readonly power: Pick<Power, 'onResume'> | null;
}

export function openLiveFolder(options: LiveFolderOptions): LiveFolder {
  const { path, clock, log, power } = options;
  const { bringIn, standing } = watchFolder(options);
  let listener: FolderListener | null = null;
  let stopHearing = (): void => undefined;
  return {
    bringIn,
    start(look) {
      if (listener !== null) return;
      listener = new FolderListener({ path, clock, log, onSettled: look });
      stopHearing = power?.onResume(look) ?? stopHearing;
    },
    follow: async () => listener?.follow(),
    state(looks) {
      const { lookedAt, waiting, failures, problem } = standing();
      const mode = !looks || path() === '' ? 'off' : listener?.isLive === true ? 'live' : 'polled';
      return { path: path(), mode, lookedAt, waiting, failures, problem: problem?.toReply() ?? null };
    },
    close() {
      stopHearing();
      listener?.close();
    },
  };
}
