import { BarFlag } from '../../../shared/bar-flag.ts';
import type { BarColumns } from '../../../shared/bars.ts';

export interface UncrossedBars {
  readonly bars: BarColumns;
  /** Indices of the bars that were widened. */
  readonly widened: readonly number[];
}

/**
 * Some files hold bars whose high lies below their low. They are stored as given and flagged `range`; structure cannot be drawn on
 * them, so for it alone such a bar takes the widest of its four prices, and the answer says so. Everything else is left as it is.
 */
export function uncrossBars(bars: BarColumns): UncrossedBars {
  const widened: number[] = [];
  for (let index = 0; index < bars.flags.length; index += 1) {
    if (((bars.flags[index] as number) & BarFlag.range) !== 0 && (bars.high[index] as number) < (bars.low[index] as number)) widened.push(index);
  }
  if (widened.length === 0) return { bars, widened };
  const [high, low] = [bars.high.slice(), bars.low.slice()];
  for (const index of widened) {
    const prices = [bars.open[index], bars.high[index], bars.low[index], bars.close[index]] as number[];
    high[index] = Math.max(...prices);
    low[index] = Math.min(...prices);
  }
  return { bars: { ...bars, high, low }, widened };
}
