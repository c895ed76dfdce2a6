/** Ready-made options: overrides for `parseChanConfig`. */
export const chanPresets = {
  /** The reference's own defaults: every divergence counts, and points of type 2 and 3 follow a type 1. */
  standard: {},
  /** As the reference's demonstration: points of type 2 and 3 of their own, without zones or a peak asked for. */
  eager: { bsp2_follow_1: false, bsp3_follow_1: false, min_zs_cnt: 0, bs1_peak: false },
  /** A line out must be weaker by a fifth to be a divergence. */
  divergence: { divergence_rate: 0.8 },
} as const satisfies Readonly<Record<string, object>>;

export type ChanPreset = keyof typeof chanPresets;
