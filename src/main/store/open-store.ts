import { openForReading } from './open-for-reading.ts';
import type { Store } from './store.ts';
import type { StoreOptions } from './store-options.ts';

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
