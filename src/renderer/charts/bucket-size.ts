/** Bucket sizes of the pyramid: 1, 2, 3, 4, 6, 8, 12, … so that no step is more than half as large again as the last (after 2). */
export function* bucketSizes(): Generator<number> {
  yield 1;
  for (let size = 2; ; size *= 2) {
    yield size;
    yield (size / 2) * 3;
  }
}

/** The smallest bucket size with which `bars` need at most `mostBuckets` buckets (and one more at either edge). */
export function bucketSize(bars: number, mostBuckets: number): number {
  for (const size of bucketSizes()) {
    if (bars <= size * mostBuckets) return size;
  }
  throw new RangeError('bucket sizes never end');
}
