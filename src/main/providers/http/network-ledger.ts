import { mostNetworkEntries, type NetworkEntry } from '../../../shared/contract/network.ts';
import type { Clock, Log } from '../../ports.ts';

/** Where the ledger outlives the app. */
export interface LedgerStore {
  /** Newest first. */
  newest(limit: number): readonly NetworkEntry[];
  /** Adds entries, and forgets all but the newest `limit`. */
  keep(entries: readonly NetworkEntry[], limit: number): void;
}

interface LedgerOptions {
  readonly clock: Pick<Clock, 'after'>;
  readonly log: Pick<Log, 'warn'>;
  /** Null keeps it in memory alone. */
  readonly store: LedgerStore | null;
}

/** So long, or so many, entries are gathered: what is written for a request must not cost more than the request. */
const gatherMs = 60_000;
const gatherCount = 500;

/**
 * Every request that left this machine, or was stopped from leaving it: the newest five thousand. They are written down in batches, so a
 * machine that dies loses a minute of them; a store that fails costs their life after the app's end and nothing else.
 */
export class NetworkLedger {
  readonly #options: LedgerOptions;
  #entries: NetworkEntry[] | null = null;
  #lastId = 0;
  #savedId = 0;
  #cancelSave: (() => void) | null = null;

  constructor(options: LedgerOptions) {
    this.#options = options;
  }

  add(entry: Omit<NetworkEntry, 'id'>): void {
    const entries = this.#load();
    this.#lastId += 1;
    entries.push({ id: this.#lastId, ...entry });
    if (entries.length > mostNetworkEntries) entries.shift();
    if (this.#options.store === null) return;
    if (this.#lastId - this.#savedId >= gatherCount) this.save();
    else this.#cancelSave ??= this.#options.clock.after(gatherMs, () => this.save());
  }

  /** Newest first. */
  list(limit: number): readonly NetworkEntry[] {
    return this.#load().slice(-limit).reverse();
  }

  /** Writes down what was gathered. */
  save(): void {
    this.#cancelSave?.();
    this.#cancelSave = null;
    const unsaved = this.#entries?.filter(({ id }) => id > this.#savedId) ?? [];
    // What could not be written is not tried again with each of the requests that follow.
    this.#savedId = this.#lastId;
    if (unsaved.length > 0) this.#attempt((store) => store.keep(unsaved, mostNetworkEntries));
  }

  #load(): NetworkEntry[] {
    if (this.#entries === null) {
      this.#entries = [...(this.#attempt((store) => store.newest(mostNetworkEntries)) ?? [])].reverse();
      this.#savedId = this.#lastId = this.#entries.at(-1)?.id ?? 0;
    }
    return this.#entries;
  }

  #attempt<Answer>(work: (store: LedgerStore) => Answer): Answer | null {
    const { store, log } = this.#options;
    try {
      return store === null ? null : work(store);
    } catch (error) {
      log.warn('network.ledger', { problem: String(error) });
      return null;
    }
  }
}
