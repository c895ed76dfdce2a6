import { AppError } from '../../shared/app-error.ts';
import type { Frequency } from '../../shared/frequency.ts';
import { dayMs } from '../../shared/time.ts';

/** How many faults between two levels are let pass; the names of the reference stand beside. */
export interface LevelLimits {
  /** Higher bars without any lower ones (`max_kl_misalgin_cnt`). */
  readonly childless: number;
  /** Higher bars whose last lower bar is of another date (`max_kl_inconsistent_cnt`). */
  readonly misdated: number;
}

/**
 * For each higher bar the index of its first lower bar, and one more entry behind the last: bar `i` holds the lower bars from `[i]` up to
 * `[i + 1]`. Times are wall-clock milliseconds at the exchange; a lower bar belongs to the first higher one that does not end before
 * it (spec section 13). Throws `chan.levels` past the limits.
 */
export function linkLevels(
  higher: Float64Array, lower: Float64Array, limits: LevelLimits, names: { readonly higher: Frequency; readonly lower: Frequency },
): Int32Array {
  const firstChild = new Int32Array(higher.length + 1);
  let child = 0;
  let childless = 0;
  let misdated = 0;
  for (let bar = 0; bar < higher.length; bar++) {
    const end = higher[bar] as number;
    firstChild[bar] = child;
    while (child < lower.length && (lower[child] as number) <= end) child++;
    if (child === firstChild[bar]) childless++;
    else if (Math.floor((lower[child - 1] as number) / dayMs) !== Math.floor(end / dayMs)) misdated++;
  }
  firstChild[higher.length] = child;
  if (childless > limits.childless || misdated > limits.misdated) throw new AppError('chan.levels', { ...names, childless, misdated });
  return firstChild;
}
