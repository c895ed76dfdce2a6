import { BarFlag } from '../../../shared/bar-flag.ts';
import { sliceBars, type BarColumns } from '../../../shared/bars.ts';

/** The bars without the ones at the end whose session has not ended: scores, ranks and alerts never use those. */
export function closedBars(bars: BarColumns): BarColumns {
  let count = bars.flags.length;
  while (count > 0 && ((bars.flags[count - 1] as number) & BarFlag.open) !== 0) count -= 1;
  return count === bars.flags.length ? bars : sliceBars(bars, 0, count);
}
