/** Numbers a weighted-mean cell of `period` takes in a memory's slots. */
export function weightedMeanSlots(period: number): number {
  return period + 4;
}

/**
 * The mean of the last `period` values weighted 1..period, newest heaviest, kept in slots (count, place in the ring, sum, weighted sum, ring): feeds it a
 * value and gives the mean, NaN while there are too few. Both sums are taken afresh once a turn.
 */
export function stepWeightedMean(slots: Float64Array, at: number, value: number, period: number): number {
  const count = (slots[at] as number) + 1;
  const ring = at + 4;
  const place = slots[at + 1] as number;
  let sum = slots[at + 2] as number;
  let weighted = slots[at + 3] as number;
  weighted += count > period ? value * period - sum : value * count;
  sum += value - (slots[ring + place] as number);
  slots[ring + place] = value;
  slots[at] = count;
  slots[at + 1] = place + 1;
  if (place === period - 1) {
    slots[at + 1] = 0;
    sum = 0;
    weighted = 0;
    for (let j = 0; j < period; j++) {
      sum += slots[ring + j] as number;
      weighted += (slots[ring + j] as number) * (j + 1);
    }
  }
  slots[at + 2] = sum;
  slots[at + 3] = weighted;
  if (count < period) return NaN;
  return weighted / ((period * (period + 1)) / 2);
}
