import type { Clock, Log } from '../ports.ts';

interface CleanQuitOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly close: () => Promise<void>;
  readonly exit: (code: number) => void;
}

const closeMs = 3_000;

/** Closes once, whoever asks and however often, and ends the process when that is done or three seconds have passed. */
export class CleanQuit {
  readonly #options: CleanQuitOptions;
  #ending = false;

  constructor(options: CleanQuitOptions) {
    this.#options = options;
  }

  end(code: number): void {
    if (this.#ending) return;
    this.#ending = true;
    void this.#close(code);
  }

  async #close(code: number): Promise<void> {
    const { clock, log, close, exit } = this.#options;
    const cancel = clock.after(closeMs, () => {
      log.error('quit-late', { closeMs });
      exit(code === 0 ? 1 : code);
    });
    try {
      await close();
      exit(code);
    } catch (error) {
      log.error('quit', { error: String(error) });
      exit(1);
    } finally {
      cancel();
    }
  }
}
