import type { Clock } from '../../src/main/ports.ts';
import type { UtcMs } from '../../src/shared/time.ts';

/** A clock that moves only when a test moves it. */
export class ManualClock implements Clock {
  #now: number;
  #timers: { readonly at: number; readonly action: () => void }[] = [];

  constructor(now = Date.UTC(2026, 10, 20, 21, 0)) {
    this.#now = now;
  }

  now(): UtcMs {
    return this.#now as UtcMs;
  }

  after(delayMs: number, action: () => void): () => void {
    const timer = { at: this.#now + delayMs, action };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Moves time forward, firing what is due in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#now = due.at;
      due.action();
    }
    this.#now = end;
  }

  get pending(): number {
    return this.#timers.length;
  }
}
