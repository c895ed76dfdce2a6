import type { Clock } from '../../src/main/ports.ts';
import type { UtcMs } from '../../src/shared/time.ts';

/**
 * A clock on which waits pass at once, in their order, and time with them. Timers of at least `guardMs` are taken for guards of work
 * that is under way and never fire.
 */
export class HurriedClock implements Clock {
  readonly #guardMs: number;
  #now: number;
  #timers: { readonly at: number; readonly action: () => void }[] = [];
  #running = false;
  /** How much time passed in waits. */
  waitedMs = 0;

  constructor({ now = Date.UTC(2026, 10, 20, 21, 0), guardMs = 10_000_000 } = {}) {
    this.#now = now;
    this.#guardMs = guardMs;
  }

  now(): UtcMs {
    return this.#now as UtcMs;
  }

  /** Time passes without a wait. */
  advance(ms: number): void {
    this.#now += ms;
  }

  after(delayMs: number, action: () => void): () => void {
    if (delayMs >= this.#guardMs) return () => undefined;
    const timer = { at: this.#now + delayMs, action };
    this.#timers.push(timer);
    this.#run();
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  #run(): void {
    if (this.#running) return;
    this.#running = true;
    setImmediate(() => {
      this.#running = false;
      const [next] = this.#timers.sort((a, b) => a.at - b.at);
      if (next === undefined) return;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.waitedMs += Math.max(0, next.at - this.#now);
      this.#now = Math.max(this.#now, next.at);
      next.action();
      if (this.#timers.length > 0) this.#run();
    });
  }
}
