import type { Clock, Log } from '../ports.ts';
import type { StoreLimits } from './connect.ts';

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
