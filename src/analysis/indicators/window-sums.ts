/**
 * Running sums of a window are cheap but keep the rounding of everything that has passed through: after prices of 100,000 the squares of
 * prices of 0.01 are lost in it. So they are taken afresh every so many bars; this many make that cost less than one addition a bar.
 */
export function refreshEvery(period: number): number {
  return Math.ceil(64 / period) * period;
}

/** The sum of bars `from` (inclusive) to `to` (exclusive). */
export function sumOf(column: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += column[i] as number;
  return sum;
}

/** The sum of their squares. */
export function squaresOf(column: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += (column[i] as number) * (column[i] as number);
  return sum;
}

/** A variance this small beside the mean square is rounding, and counts as none. */
const dust = 1e-14;

/** The deviation from a window's mean and mean square: sums of squares, what rounding leaves of a flat window being nothing. */
export function deviationFrom(mean: number, meanSquare: number): number {
  const variance = meanSquare - mean * mean;
  return variance > dust * meanSquare ? Math.sqrt(variance) : 0;
}
