/**
 * Places in the row under way: one bar as it is read, in memory that is used again, so that no row allocates. NaN means empty; `flags` holds
 * `BarFlag` bits.
 */
export const BarRow = { time: 0, open: 1, high: 2, low: 3, close: 4, volume: 5, amount: 6, flags: 7 } as const;

export function allocateRow(): Float64Array {
  return new Float64Array(8);
}
