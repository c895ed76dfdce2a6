import type { UtcMs } from '../../shared/time.ts';
import type { Clock, Log, Power } from '../ports.ts';
import type { StartTicking } from './start-ticking.ts';

interface TickerOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly power: Pick<Power, 'onResume' | 'onSuspend'> | null;
  readonly startTicking: StartTicking;
}

/** A tick that comes this late, or early, was held up by sleep or a changed clock. */
const jumpMs = 60_000;

/** Looks every few seconds once it is started; rests while the machine sleeps and looks at once when it wakes (T3). */
export class Ticker {
  readonly #options: TickerOptions;
  readonly #look: (now: UtcMs) => void;
  #stopTicking: (() => void) | null = null;
  #stopHearing: (() => void)[] | null = null;
  #lastTick: UtcMs | null = null;

  constructor(options: TickerOptions, look: (now: UtcMs) => void) {
    this.#options = options;
    this.#look = look;
  }

  get isActive(): boolean {
    return this.#stopTicking !== null;
  }

  start(): void {
    if (this.#stopHearing !== null) return;
    const { power } = this.#options;
    this.#stopHearing = power === null ? [] : [power.onSuspend(() => this.#halt()), power.onResume(() => this.#resume())];
    this.#resume();
  }

  tick(): void {
    const { clock, log } = this.#options;
    const now = clock.now();
    if (this.#lastTick !== null && Math.abs(now - this.#lastTick) > jumpMs && this.isActive) {
      log.info('jobs.jump', { fromMs: this.#lastTick, toMs: now });
      // Timers that were armed under the old time may wait for long.
      this.#arm();
    }
    this.#lastTick = now;
    this.#look(now);
  }

  close(): void {
    this.#halt();
    for (const stop of this.#stopHearing ?? []) stop();
  }

  #resume(): void {
    this.#arm();
    this.#lastTick = null;
    this.tick();
  }

  #arm(): void {
    this.#halt();
    this.#stopTicking = this.#options.startTicking(() => this.tick());
  }

  #halt(): void {
    this.#stopTicking?.();
    this.#stopTicking = null;
  }
}
