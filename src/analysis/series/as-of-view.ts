import { BarFlag } from '../../shared/bar-flag.ts';
import { sliceBars, type BarColumns } from '../../shared/bars.ts';
import { type Frequency } from '../../shared/frequency.ts';
import type { TradingDate, UtcMs } from '../../shared/time.ts';
import type { PriceAction } from './adjust-bars.ts';
import { pastValuesAt, type PastValues } from './past-values.ts';
import { barLengthMs } from './resample-intraday.ts';

export interface AsOfSource {
  readonly bars: BarColumns;
  readonly frequency: Frequency;
  readonly actions: readonly PriceAction[];
  readonly revisions: readonly PastValues[];
}

/** A moment and the newest session that had closed by then. */
export interface AsOf {
  readonly session: TradingDate;
  readonly time: UtcMs;
}

interface AsOfView {
  readonly bars: BarColumns;
  readonly actions: readonly PriceAction[];
}

/**
 * A series as it could be known at a moment: bars closed by then, actions with an ex-date up to then, corrected bars with the values
 * they had then. A correction whose earlier values were not kept stays visible as `revised`. Nothing later can be reached from the
 * answer: cut columns are views that end at the moment, corrected ones are copies.
 */
export function asOfView({ bars, frequency, actions, revisions }: AsOfSource, asOf: AsOf): AsOfView {
  const lengthMs = barLengthMs(frequency);
  let count = bars.time.length;
  const isKnown = (i: number): boolean => {
    if (((bars.flags[i] as number) & BarFlag.open) !== 0) return false;
    const time = bars.time[i] as number;
    return lengthMs === undefined ? time <= asOf.session : time + lengthMs <= asOf.time;
  };
  while (count > 0 && !isKnown(count - 1)) count--;
  return { bars: withPastValues(sliceBars(bars, 0, count), revisions, asOf.time), actions: actions.filter(({ exDate }) => exDate <= asOf.session) };
}

/** The bars with the values that were known at a moment; the same bars where nothing was corrected after it. */
export function withPastValues(bars: BarColumns, revisions: readonly PastValues[], at: UtcMs): BarColumns {
  const known = pastValuesAt(revisions, at);
  if (known.size === 0) return bars;
  const copy: BarColumns = {
    time: bars.time.slice(),
    open: bars.open.slice(),
    high: bars.high.slice(),
    low: bars.low.slice(),
    close: bars.close.slice(),
    volume: bars.volume.slice(),
    amount: bars.amount.slice(),
    flags: bars.flags.slice(),
  };
  for (let i = 0; i < copy.time.length; i++) {
    const past = known.get(copy.time[i] as number);
    if (past === undefined) continue;
    for (const name of ['open', 'high', 'low', 'close', 'volume', 'amount'] as const) copy[name][i] = past[name];
    copy.flags[i] = past.flags;
  }
  return copy;
}
