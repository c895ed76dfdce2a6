import { barFlagNames, type BarFlagName } from '../../../shared/bar-flag.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import { changeShare } from '../../../shared/format/format-change.ts';
import { barTimeLabel } from '../../charts/time-label.ts';
import type { SeriesClock } from '../../charts/zone-clock.ts';

/** The figures of one bar; NaN where there is none. */
export interface BarFacts {
  readonly index: number;
  readonly date: string;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly change: number;
  readonly changeShare: number;
  /** High minus low over the previous close. */
  readonly rangeShare: number;
  readonly volume: number;
  readonly amount: number;
  readonly flags: readonly BarFlagName[];
}

export function barFacts(bars: BarColumns, index: number, clock: SeriesClock, intraday: boolean): BarFacts {
  const at = (column: Float64Array, place = index): number => column[place] ?? NaN;
  const [close, previous] = [at(bars.close), at(bars.close, index - 1)];
  return {
    index,
    date: barTimeLabel(clock(at(bars.time)), intraday),
    open: at(bars.open),
    high: at(bars.high),
    low: at(bars.low),
    close,
    change: close - previous,
    changeShare: changeShare(close, previous),
    rangeShare: previous > 0 ? (at(bars.high) - at(bars.low)) / previous : NaN,
    volume: at(bars.volume),
    amount: at(bars.amount),
    flags: barFlagNames(bars.flags[index] ?? 0),
  };
}
