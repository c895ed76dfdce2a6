import type { Clock, Log } from '../ports.ts';
import type { StoreLimits } from './connect.ts';
import { openForReading } from './open-for-reading.ts';
import type { Store } from './store.ts';

export interface StoreOptions {
  readonly file: string;
  /**
   * `write` takes the profile's lock, which one process at a time can hold. `read` needs neither lock nor worker and opens in
   * milliseconds, also while another process writes; its writes are refused.
   */
  readonly mode: 'read' | 'write';
  readonly clock: Clock;
  readonly log: Log;
  /** The store worker's entry: `ports.workerUrl('store')`. */
  readonly workerUrl: URL;
  /** A backup to put in the store's place before it is opened; what stood there is kept as a backup. */
  readonly restoreFrom?: string;
  readonly limits?: StoreLimits;
}

/**
 * Opens the store of a profile, makes it where there is none. A profile that cannot be written opens for reading, and
 * `health().problem` says why. Throws `store.locked`, `store.newer`, `store.foreign`, `store.unreadable`.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.mode === 'read') return openForReading(options, 'store.readMode');
  // Loaded on demand: a command that only reads starts without the writing half.
  const { openForWriting } = await import('./open-for-writing.ts');
  return openForWriting(options);
}
