import type { VisibleRange } from './overlay.ts';
import type { SampledLine } from './lttb.ts';

/** One value a bucket, the one farthest from zero, placed in the bucket's middle: what columns show when bars share pixels. */
export function visibleColumns(values: Float64Array, { first, last, size }: VisibleRange): SampledLine {
  const firstBucket = Math.floor(first / size);
  const count = Math.max(0, Math.floor(last / size) - firstBucket + 1);
  const x = new Float64Array(count);
  const y = new Float64Array(count).fill(NaN);
  for (let place = 0; place < count; place++) {
    const start = (firstBucket + place) * size;
    x[place] = start + (size - 1) / 2;
    for (let i = Math.max(0, start); i < Math.min(start + size, values.length); i++) {
      const value = values[i] as number;
      if (!(Math.abs(value) <= Math.abs(y[place] as number)) && value === value) y[place] = value;
    }
  }
  return { x, y };
}
