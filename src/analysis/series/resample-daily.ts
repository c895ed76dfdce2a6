import { BarFlag } from '../../shared/bar-flag.ts';
import { allocateBars, barCount, sliceBars, type BarColumns } from '../../shared/bars.ts';

/** 1970-01-01 was a Thursday; weeks run Monday to Sunday. */
const mondayOffset = 3;

/**
 * Weekly or monthly bars from daily ones: first open, highest high, lowest low, last close, sums of volume and amount, keyed by
 * the period's last session that has a bar. A missing volume adds nothing; a period with none at all has none. Flags of the
 * days are joined, except that only a period whose last day is open is open. O(n). (data-model, Time)
 */
export function resampleDaily(daily: BarColumns, to: '1w' | '1M'): BarColumns {
  const days = barCount(daily);
  const result = allocateBars(days);
  const period = to === '1w' ? weekOf : monthOf;
  let bars = 0;
  let current = NaN;
  for (let day = 0; day < days; day += 1) {
    const key = period(daily.time[day] as number);
    if (key !== current) {
      current = key;
      bars += 1;
      openPeriod(result, bars - 1, daily, day);
    }
    addDay(result, bars - 1, daily, day);
  }
  return sliceBars(result, 0, bars);
}

function weekOf(date: number): number {
  return Math.floor((date + mondayOffset) / 7);
}

function monthOf(date: number): number {
  const day = new Date(date * 86_400_000);
  return day.getUTCFullYear() * 12 + day.getUTCMonth();
}

function openPeriod(result: BarColumns, bar: number, daily: BarColumns, day: number): void {
  result.open[bar] = daily.open[day] as number;
  result.high[bar] = -Infinity;
  result.low[bar] = Infinity;
  result.volume[bar] = NaN;
  result.amount[bar] = NaN;
}

function addDay(result: BarColumns, bar: number, daily: BarColumns, day: number): void {
  result.time[bar] = daily.time[day] as number;
  result.high[bar] = Math.max(result.high[bar] as number, daily.high[day] as number);
  result.low[bar] = Math.min(result.low[bar] as number, daily.low[day] as number);
  result.close[bar] = daily.close[day] as number;
  result.volume[bar] = addKnown(result.volume[bar] as number, daily.volume[day] as number);
  result.amount[bar] = addKnown(result.amount[bar] as number, daily.amount[day] as number);
  const flags = daily.flags[day] as number;
  result.flags[bar] = ((result.flags[bar] as number) & ~BarFlag.open) | flags;
}

function addKnown(sum: number, value: number): number {
  if (Number.isNaN(value)) return sum;
  return Number.isNaN(sum) ? value : sum + value;
}
