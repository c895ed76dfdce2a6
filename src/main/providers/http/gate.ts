/** Holds requests back while it is shut. */
export class Gate {
  #shut: PromiseWithResolvers<void> | null = null;

  shut(): void {
    this.#shut ??= Promise.withResolvers();
  }

  open(): void {
    this.#shut?.resolve();
    this.#shut = null;
  }

  /** Resolves as soon as it is open; rejects with the signal's reason when that is aborted first. */
  async pass(signal: AbortSignal): Promise<void> {
    while (this.#shut !== null) {
      const aborted = Promise.withResolvers<never>();
      const stop = (): void => aborted.reject(signal.reason);
      signal.throwIfAborted();
      signal.addEventListener('abort', stop, { once: true });
      try {
        await Promise.race([this.#shut.promise, aborted.promise]);
      } finally {
        signal.removeEventListener('abort', stop);
      }
    }
  }
}
