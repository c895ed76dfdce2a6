/** Late turns start within this time of each other. */
const spreadMs = 20_000;
/** Nothing waits longer than this, whatever the clock did meanwhile. */
const longestWaitMs = 3_600_000;

/** Holds a job's due turn back: after a failure, and where several jobs missed turns at once. Times in ms since the epoch. */
export class TurnDelay {
  #notBefore = -Infinity;
  /** Whether the turn that is due was put off already. */
  #isSpread = false;

  /** Whether a turn that is due may start. */
  isOver(now: number, missed: number, random: () => number): boolean {
    // What several jobs missed at once is spread over some seconds.
    if (missed > 0 && !this.#isSpread) this.#notBefore = Math.max(this.#notBefore, now + random() * spreadMs);
    this.#isSpread = true;
    if (this.#notBefore > now + longestWaitMs) this.#notBefore = now;
    return now >= this.#notBefore;
  }

  /** No turn is due, or the one that was has begun: the next one is spread anew. */
  endTurn(): void {
    this.#isSpread = false;
  }

  /** The next turn waits until then; null lifts any wait. */
  waitUntil(time: number | null): void {
    this.#notBefore = time ?? -Infinity;
  }
}
