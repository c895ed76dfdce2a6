import type { UtcMs } from '../../../shared/time.ts';

interface BreakerState {
  readonly state: 'closed' | 'open' | 'trial';
  /** Until when nothing is asked; null unless open. */
  readonly until: UtcMs | null;
}

/** Failures in a row that open it; a failed connection weighs two. */
const limit = 10;
const firstRestMs = 60_000;
const longestRestMs = 3_600_000;

/**
 * The circuit breaker of one origin. Failures in a row open it for a minute, then one request is let through as a trial; if that fails
 * too the rest doubles, up to an hour. An origin that names a time itself is left alone until then.
 */
export class Breaker {
  #failures = 0;
  #openings = 0;
  #openUntil = 0;
  #onTrial = false;

  /** Whether a request may start. A trial let through must be reported by `succeeded`, `failed` or `released`. */
  admits(now: UtcMs): boolean {
    if (this.#openUntil === 0) return true;
    if (now < this.#openUntil || this.#onTrial) return false;
    this.#onTrial = true;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#openings = 0;
    this.#openUntil = 0;
    this.#onTrial = false;
  }

  failed(now: UtcMs, weight: 1 | 2): void {
    this.#failures += weight;
    if (this.#onTrial || this.#failures >= limit) this.#open(now + Math.min(longestRestMs, firstRestMs * 2 ** this.#openings));
  }

  /** The origin asked to be left alone until a time. */
  rest(until: UtcMs): void {
    this.#open(Math.max(this.#openUntil, until));
  }

  /** A trial ended without telling anything about the origin. */
  released(): void {
    this.#onTrial = false;
  }

  state(now: UtcMs): BreakerState {
    if (this.#openUntil === 0) return { state: 'closed', until: null };
    return now < this.#openUntil ? { state: 'open', until: this.#openUntil as UtcMs } : { state: 'trial', until: null };
  }

  #open(until: number): void {
    this.#openUntil = until;
    this.#openings += 1;
    this.#onTrial = false;
    this.#failures = 0;
  }
}
