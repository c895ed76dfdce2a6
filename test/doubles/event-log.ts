/** Collects what a listener hears, so that a test can wait for a number of things instead of a time. */
export class EventLog<T> {
  readonly heard: T[] = [];
  #waiting: { readonly count: number; readonly resolve: (heard: readonly T[]) => void }[] = [];

  readonly listen = (item: T): void => {
    this.heard.push(item);
    const reached = this.#waiting.filter(({ count }) => this.heard.length >= count);
    this.#waiting = this.#waiting.filter((waiter) => !reached.includes(waiter));
    for (const { resolve } of reached) resolve(this.heard);
  };

  /** Resolves with everything heard once there are that many. */
  reach(count: number): Promise<readonly T[]> {
    if (this.heard.length >= count) return Promise.resolve(this.heard);
    return new Promise((resolve) => this.#waiting.push({ count, resolve }));
  }
}
