export interface SampledLine {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Samples a line to one point a bucket by largest triangles (Steinarsson 2013), first to last index inclusive. Buckets start at
 * multiples of `size`, so that panning keeps the shape still. A bucket without values becomes one NaN, which breaks the line.
 */
export function lttb(values: Float64Array, first: number, last: number, size: number): SampledLine {
  if (last < first) return { x: new Float64Array(0), y: new Float64Array(0) };
  const firstBucket = Math.floor(first / size);
  const count = Math.floor(last / size) - firstBucket + 1;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let [keptX, keptY] = [NaN, NaN];
  for (let place = 0; place < count; place++) {
    const start = Math.max(first, (firstBucket + place) * size);
    const end = Math.min(last + 1, (firstBucket + place + 1) * size);
    const ahead = place + 1 < count ? meanOf(values, end, Math.min(last + 1, end + size)) : null;
    const chosen = size === 1 ? start : largest(values, start, end, keptX, keptY, ahead);
    x[place] = chosen;
    y[place] = values[chosen] as number;
    keptX = chosen;
    keptY = values[chosen] as number;
  }
  return { x, y };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function meanOf(values: Float64Array, start: number, end: number): Point | null {
  let sum = 0;
  let places = 0;
  let found = 0;
  for (let i = start; i < end; i++) {
    const value = values[i] as number;
    if (value !== value) continue;
    sum += value;
    places += i;
    found++;
  }
  return found === 0 ? null : { x: places / found, y: sum / found };
}

/** The index in a bucket that spans the largest triangle with the point kept before and the mean ahead; an end of the line is kept as it is. */
function largest(values: Float64Array, start: number, end: number, keptX: number, keptY: number, ahead: Point | null): number {
  let chosen = start;
  let area = -1;
  for (let i = start; i < end; i++) {
    const value = values[i] as number;
    if (value !== value) continue;
    if (keptY !== keptY) return i;
    if (ahead === null) chosen = i;
    else {
      const candidate = Math.abs((keptX - ahead.x) * (value - keptY) - (keptX - i) * (ahead.y - keptY));
      if (candidate > area) {
        area = candidate;
        chosen = i;
      }
    }
  }
  return chosen;
}
