/** A band of changes around their mean. */
export interface SigmaBand {
  readonly mean: number | null;
  /** Sample deviation; null for fewer than two changes. */
  readonly deviation: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Mean ± `width` sample deviations of the changes, the lower edge not below 0. */
export function sigmaBand(changes: readonly number[], width: number): SigmaBand {
  const count = changes.length;
  if (count === 0) return { mean: null, deviation: null, lower: null, upper: null };
  const mean = changes.reduce((sum, change) => sum + change, 0) / count;
  if (count === 1) return { mean, deviation: null, lower: null, upper: null };
  const deviation = Math.sqrt(changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / (count - 1));
  return { mean, deviation, lower: Math.max(0, mean - width * deviation), upper: mean + width * deviation };
}

/** Whether a change lies in the band; nothing does where the band is not defined. */
export function inBand(band: SigmaBand, change: number): boolean {
  return band.lower !== null && band.upper !== null && change >= band.lower && change <= band.upper;
}
