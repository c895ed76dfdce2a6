import { BarFlag } from '../../shared/bar-flag.ts';
import { allocateBars, barCount, sliceBars, type BarColumns } from '../../shared/bars.ts';

/**
 * Joins neighbouring bars with the same key into one: first open, highest high, lowest low, last close, sums of volume and amount. A
 * missing volume adds nothing; a bucket with none at all has none. An amount is known where those of all traded bars are: a part of it
 * would pass for the whole. Bars without a key (NaN) are left out. The new bar's time is its
 * key, or its last bar's time. Flags are joined, except that only a bucket whose last bar is open is open. O(n).
 */
export function mergeBars(bars: BarColumns, keys: Float64Array, timeIs: 'key' | 'last'): BarColumns {
  const merged = allocateBars(barCount(bars));
  let count = 0;
  let current = NaN;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    if (Number.isNaN(key)) continue;
    if (key !== current) {
      current = key;
      count += 1;
      openBucket(merged, count - 1, bars, i);
    }
    addBar(merged, count - 1, bars, i);
    merged.time[count - 1] = timeIs === 'key' ? key : (bars.time[i] as number);
  }
  return sliceBars(merged, 0, count);
}

function openBucket(merged: BarColumns, bucket: number, bars: BarColumns, i: number): void {
  merged.open[bucket] = bars.open[i] as number;
  merged.high[bucket] = -Infinity;
  merged.low[bucket] = Infinity;
  merged.volume[bucket] = NaN;
  merged.amount[bucket] = 0;
}

function addBar(merged: BarColumns, bucket: number, bars: BarColumns, i: number): void {
  merged.high[bucket] = Math.max(merged.high[bucket] as number, bars.high[i] as number);
  merged.low[bucket] = Math.min(merged.low[bucket] as number, bars.low[i] as number);
  merged.close[bucket] = bars.close[i] as number;
  merged.volume[bucket] = addKnown(merged.volume[bucket] as number, bars.volume[i] as number);
  merged.amount[bucket] = (merged.amount[bucket] as number) + (bars.volume[i] === 0 ? 0 : (bars.amount[i] as number));
  merged.flags[bucket] = ((merged.flags[bucket] as number) & ~BarFlag.open) | (bars.flags[i] as number);
}

function addKnown(sum: number, value: number): number {
  if (Number.isNaN(value)) return sum;
  return Number.isNaN(sum) ? value : sum + value;
}
