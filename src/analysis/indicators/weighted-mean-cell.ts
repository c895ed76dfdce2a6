/** Numbers a weighted-mean cell of `period` takes in a memory's slots. */
export function weightedMeanSlots(period: number): number {
  return period + 3;
}

/**
 * The mean of the last `period` values weighted 1..period, newest heaviest, kept in slots (count, sum, weighted sum, ring): feeds it a
 * value and gives the mean, NaN while there are too few. Both sums are taken afresh once a turn.
 */
export function stepWeightedMean(slots: Float64Array, at: number, value: number, period: number): number {
  const count = slots[at] as number;
  const ring = at + 3;
  const place = count % period;
  const full = count >= period;
  let weighted = (slots[at + 2] as number) + (full ? value * period - (slots[at + 1] as number) : value * (count + 1));
  let sum = (slots[at + 1] as number) + value - (slots[ring + place] as number);
  slots[ring + place] = value;
  if (place === period - 1) {
    sum = 0;
    weighted = 0;
    for (let j = 0; j < period; j++) {
      sum += slots[ring + j] as number;
      weighted += (slots[ring + j] as number) * (j + 1);
    }
  }
  slots[at] = count + 1;
  slots[at + 1] = sum;
  slots[at + 2] = weighted;
  return count + 1 < period ? NaN : weighted / ((period * (period + 1)) / 2);
}
