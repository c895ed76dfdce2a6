import type { NetworkEntry } from '../../../shared/contract/network.ts';

const kept = 1_000;

/** Every request that left this machine, or was stopped from leaving it: the newest thousand, in memory. */
export class NetworkLedger {
  readonly #entries: NetworkEntry[] = [];
  #lastId = 0;

  add(entry: Omit<NetworkEntry, 'id'>): void {
    this.#lastId += 1;
    this.#entries.push({ id: this.#lastId, ...entry });
    if (this.#entries.length > kept) this.#entries.shift();
  }

  /** Newest first. */
  list(limit: number): readonly NetworkEntry[] {
    return this.#entries.slice(-limit).reverse();
  }
}
