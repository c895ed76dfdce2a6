import { BarFlag } from '../../shared/bar-flag.ts';
import type { BarColumns } from '../../shared/bars.ts';
import type { TradingDate } from '../../shared/time.ts';
import { mergeBars } from './merge-bars.ts';

/** 1970-01-01 was a Thursday; weeks run Monday to Sunday. */
const mondayOffset = 3;

/**
 * Weekly or monthly bars from daily ones, keyed by the period's last session that has a bar; joined as `mergeBars` says. O(n).
 * `nextSession` is the calendar's first session after the last bar: where it falls into the last period, that period is still open.
 * (data-model, Time)
 */
export function resampleDaily(daily: BarColumns, to: '1w' | '1M', nextSession: TradingDate | null = null): BarColumns {
  const period = to === '1w' ? weekOf : monthOf;
  const merged = mergeBars(daily, daily.time.map(period), 'last');
  const last = merged.time.length - 1;
  if (last >= 0 && nextSession !== null && period(merged.time[last] as number) === period(nextSession)) {
    merged.flags[last] = (merged.flags[last] as number) | BarFlag.open;
  }
  return merged;
}

function weekOf(date: number): number {
  return Math.floor((date + mondayOffset) / 7);
}

function monthOf(date: number): number {
  const day = new Date(date * 86_400_000);
  return day.getUTCFullYear() * 12 + day.getUTCMonth();
}
