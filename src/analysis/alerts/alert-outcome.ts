import type { BarColumns } from '../../shared/bars.ts';
import { BarFlag } from '../../shared/bar-flag.ts';
import type { AlertOutcome } from '../../shared/contract/alerts.ts';

/** The change of the close, in percent, 5, 10 and 20 bars after the bar at `index`; null where the bar is missing or unfinished. */
export function alertOutcome({ close, flags }: BarColumns, index: number): AlertOutcome {
  const base = close[index] ?? NaN;
  const after = (bars: number): number | null => {
    const price = close[index + bars] ?? NaN;
    const open = ((flags[index + bars] ?? 0) & BarFlag.open) !== 0;
    const change = (price / base - 1) * 100;
    return base > 0 && !open && Number.isFinite(change) ? change : null;
  };
  return { after5: after(5), after10: after(10), after20: after(20) };
}
