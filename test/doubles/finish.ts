import type { Portions } from '../../src/analysis/universe/portions.ts';

/** Does a work to its end without a rest. */
export function finish<T>(work: Portions<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
