import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Portions } from '../../analysis/universe/portions.ts';

/** Who follows a long work. */
export interface Watch {
  /** Ends the work at its next rest. */
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/** For work that nobody follows. */
export const unwatched: Watch = { signal: new AbortController().signal, progress: () => undefined };

/** Symbols between two rests: a few tens of milliseconds of the dearest rule. */
const perRest = 16;

/** Does a work and lets other work pass at its rests. Throws the signal's reason when it is aborted. */
export async function inPortions<T>(work: Portions<T>, { signal, progress }: Watch): Promise<T> {
  for (let rest = 0; ; rest += 1) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (rest % perRest !== 0) continue;
    progress(step.value.done, step.value.total);
    await nextTurn();
    signal.throwIfAborted();
  }
}
