import type { BarColumns } from '../../shared/bars.ts';
import { bucketSizes } from './bucket-size.ts';

/** Bars of one bucket size, bucket `b` holding bars `b * size` to `(b + 1) * size - 1`. Only the first `count` places are used. */
export interface PyramidLevel {
  readonly size: number;
  readonly count: number;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
}

export type BarPyramid = readonly PyramidLevel[];

/** Below this many buckets a coarser level is never asked for. */
const leastBuckets = 128;

/**
 * Every level of a series: first open, highest high, lowest low, last close, sum of volume. Buckets start at fixed bars, so panning
 * never changes what a bucket holds and an append changes only the last one.
 */
export function buildPyramid(bars: BarColumns): BarPyramid {
  return refreshPyramid([], bars, 0);
}

/** The pyramid after the bars from `fromIndex` on were replaced or appended; only buckets that hold such bars are computed. */
export function refreshPyramid(pyramid: BarPyramid, bars: BarColumns, fromIndex: number): BarPyramid {
  const length = bars.time.length;
  const levels: PyramidLevel[] = [];
  for (const size of bucketSizes()) {
    const count = Math.ceil(length / size);
    if (size > 1 && count < leastBuckets) break;
    if (size === 1) {
      levels.push({ size, count, open: bars.open, high: bars.high, low: bars.low, close: bars.close, volume: bars.volume });
      continue;
    }
    const before = pyramid.find((level) => level.size === size);
    const level = withRoom(before, size, count);
    const finer = levels.findLast((candidate) => size % candidate.size === 0);
    if (finer !== undefined) fillLevel(level, finer, before === undefined ? 0 : Math.min(Math.floor(fromIndex / size), count));
    levels.push(level);
  }
  return levels;
}

function withRoom(before: PyramidLevel | undefined, size: number, count: number): PyramidLevel {
  if (before !== undefined && before.open.length >= count) return { ...before, count };
  const grown = (column: Float64Array | undefined): Float64Array => {
    const larger = new Float64Array(count + 64);
    if (column !== undefined) larger.set(column);
    return larger;
  };
  return {
    size,
    count,
    open: grown(before?.open),
    high: grown(before?.high),
    low: grown(before?.low),
    close: grown(before?.close),
    volume: grown(before?.volume),
  };
}

function fillLevel(level: PyramidLevel, finer: PyramidLevel, fromBucket: number): void {
  const ratio = level.size / finer.size;
  for (let bucket = fromBucket; bucket < level.count; bucket++) {
    const end = Math.min((bucket + 1) * ratio, finer.count);
    let open = NaN;
    let high = NaN;
    let low = NaN;
    let close = NaN;
    let volume = NaN;
    for (let i = bucket * ratio; i < end; i++) {
      const top = finer.high[i] as number;
      const bottom = finer.low[i] as number;
      const first = finer.open[i] as number;
      const last = finer.close[i] as number;
      const traded = finer.volume[i] as number;
      if (open !== open) open = first;
      if (last === last) close = last;
      if (!(top <= high)) high = top === top ? top : high;
      if (!(bottom >= low)) low = bottom === bottom ? bottom : low;
      if (traded === traded) volume = volume === volume ? volume + traded : traded;
    }
    level.open[bucket] = open;
    level.high[bucket] = high;
    level.low[bucket] = low;
    level.close[bucket] = close;
    level.volume[bucket] = volume;
  }
}
