/** Numbers a smoothing cell takes in a memory's slots. */
export const smoothingSlots = 2;

/**
 * One recursive average kept in two slots (count, value): feeds it a value and gives its present value, NaN while it is not started.
 * `alpha` is the share of a new value: 2 / (period + 1) for an EMA, 1 / period for Wilder's. Started at the mean of the first `period`
 * values, or at the first one.
 */
export function stepSmoothing(
  slots: Float64Array,
  at: number,
  value: number,
  period: number,
  alpha: number,
  start: 'mean' | 'first',
): number {
  const count = (slots[at] as number) + 1;
  const kept = slots[at + 1] as number;
  slots[at] = count;
  let average: number;
  if (start === 'first') average = count === 1 ? value : kept + (value - kept) * alpha;
  else if (count < period) average = kept + value;
  else if (count === period) average = (kept + value) / period;
  else average = kept + (value - kept) * alpha;
  slots[at + 1] = average;
  if (count < period && start === 'mean') return NaN;
  return average;
}

/** The share of a new value in an EMA. */
export function emaAlpha(period: number): number {
  return 2 / (period + 1);
}
