/** Numbers a mean cell of `period` takes in a memory's slots. */
export function meanSlots(period: number): number {
  return period + 2;
}

/**
 * The mean of the last `period` values, kept in slots (count, sum, ring): feeds it a value and gives the mean, NaN while there are too
 * few. The sum is taken afresh once a turn, so rounding never piles up.
 */
export function stepMean(slots: Float64Array, at: number, value: number, period: number): number {
  const count = slots[at] as number;
  const ring = at + 2;
  const place = count % period;
  let sum = (slots[at + 1] as number) + value - (slots[ring + place] as number);
  slots[ring + place] = value;
  if (place === period - 1) {
    sum = 0;
    for (let j = 0; j < period; j++) sum += slots[ring + j] as number;
  }
  slots[at] = count + 1;
  slots[at + 1] = sum;
  return count + 1 < period ? NaN : sum / period;
}
