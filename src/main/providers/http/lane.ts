import PQueue from 'p-queue';
import type { UtcMs } from '../../../shared/time.ts';
import type { Clock } from '../../ports.ts';
import { Breaker } from './breaker.ts';
import { waitUntil } from './wait-until.ts';

/** How gently an origin is asked. */
export interface Pace {
  /** Requests under way at the same time. */
  readonly concurrency: number;
  /** Between the starts of two requests; up to half as much is added by chance. */
  readonly gapMs: number;
}

interface LaneOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly pace: Pace;
}

/** The way to one origin: its queue, its pace, its breaker, and when it last answered. */
export class Lane {
  readonly breaker = new Breaker();
  lastSuccess: UtcMs | null = null;
  lastFailure: { readonly at: UtcMs; readonly code: string } | null = null;
  readonly #queue: PQueue;
  readonly #options: LaneOptions;
  #pace: Pace;
  #nextStart = 0;

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#pace = options.pace;
    this.#queue = new PQueue({ concurrency: options.pace.concurrency });
  }

  get waiting(): number {
    return this.#queue.size;
  }

  setPace(pace: Pace): void {
    this.#pace = pace;
    this.#queue.concurrency = pace.concurrency;
  }

  /** Runs work when it is its turn. */
  run<Value>(work: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
    return this.#queue.add(work, { signal });
  }

  /** Waits until the next request may start, and takes that start. */
  async takeStart(signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#options;
    for (;;) {
      const now = clock.now();
      if (now >= this.#nextStart) {
        this.#nextStart = now + this.#pace.gapMs * (1 + random() / 2);
        return;
      }
      await waitUntil(this.#nextStart as UtcMs, clock, signal);
    }
  }

  /** Nothing starts before a time: the origin asked for it. */
  holdUntil(time: UtcMs): void {
    this.#nextStart = Math.max(this.#nextStart, time);
  }
}
