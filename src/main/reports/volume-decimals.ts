/** Decimals that volumes are written with: none where all are whole shares, two for shares of coins. */
export function volumeDecimals(volume: Float64Array): number {
  return volume.every((value) => !Number.isFinite(value) || Number.isInteger(value)) ? 0 : 2;
}
