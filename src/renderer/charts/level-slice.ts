import type { BarPyramid, PyramidLevel } from './bar-pyramid.ts';
import type { VisibleRange } from './overlay.ts';

export interface LevelSlice {
  readonly level: PyramidLevel;
  readonly size: number;
  /** Buckets `from` to `to` (exclusive) of the level. */
  readonly from: number;
  readonly to: number;
  /** The middle of each bucket, as a bar position. */
  readonly x: Float64Array;
}

/** The buckets of the visible range, from the level of its size or the coarsest there is below it. */
export function levelSlice(pyramid: BarPyramid, range: VisibleRange): LevelSlice {
  const level = pyramid.findLast((candidate) => candidate.size <= range.size);
  if (level === undefined) throw new RangeError('a pyramid has at least one level');
  const { size, count } = level;
  const from = Math.max(0, Math.floor(range.first / size));
  const to = Math.min(count, Math.floor(range.last / size) + 1);
  const x = new Float64Array(Math.max(0, to - from));
  for (let i = 0; i < x.length; i++) x[i] = (from + i) * size + (size - 1) / 2;
  return { level, size, from, to, x };
}
