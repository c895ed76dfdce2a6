/** Numbers a mean cell of `period` takes in a memory's slots. */
export function meanSlots(period: number): number {
  return period + 3;
}

/**
 * The mean of the last `period` values, kept in slots (count, place in the ring, sum, ring): feeds it a value and gives the mean, NaN while there are too
 * few. The sum is taken afresh once a turn, so rounding never piles up.
 */
export function stepMean(slots: Float64Array, at: number, value: number, period: number): number {
  const count = (slots[at] as number) + 1;
  const ring = at + 3;
  const place = slots[at + 1] as number;
  let sum = (slots[at + 2] as number) + value - (slots[ring + place] as number);
  slots[ring + place] = value;
  slots[at] = count;
  slots[at + 1] = place + 1;
  if (place === period - 1) {
    slots[at + 1] = 0;
    sum = 0;
    for (let j = 0; j < period; j++) sum += slots[ring + j] as number;
  }
  slots[at + 2] = sum;
  if (count < period) return NaN;
  return sum / period;
}
