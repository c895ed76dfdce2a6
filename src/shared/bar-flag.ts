/** Bits of the `flags` column. */
export const BarFlag = {
  /** An empty open, high or low took the row's close. */
  filled: 1,
  /** Open or close lies outside high–low; stored as given. */
  range: 2,
  /** The bar's session has not ended: it may still change. */
  open: 4,
  /** A later correction replaced the first value. */
  revised: 8,
  /** Amount ÷ volume is no price between low and high: the unit of one of them is in doubt. */
  amount: 16,
} as const;

export type BarFlagName = keyof typeof BarFlag;

/** The names of the bits that are set, in the order of `BarFlag`. */
export function barFlagNames(flags: number): BarFlagName[] {
  const names = Object.keys(BarFlag) as BarFlagName[];
  return names.filter((name) => (flags & BarFlag[name]) !== 0);
}
