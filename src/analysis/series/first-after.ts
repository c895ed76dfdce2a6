/** Index of the first value of an ascending range (the whole column where none is given) that is greater than `limit`; `to` without one. */
export function firstAfter(ascending: Float64Array, limit: number, from = 0, to = ascending.length): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
