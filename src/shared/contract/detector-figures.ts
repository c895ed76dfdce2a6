import type { RankRow, UniverseHeader } from './universe-figures.ts';

/** What a ready detector found. */
export interface DetectorAnswer extends UniverseHeader {
  readonly detector: string;
  /** Thresholds as they were scaled to the size of the universe. */
  readonly effective: Readonly<Record<string, number>>;
  /** Mean, deviation and band of the changes found, for jumps and rises. */
  readonly band: { readonly mean: number | null; readonly deviation: number | null; readonly lower: number | null; readonly upper: number | null } | null;
  /** Industries of what was found, most frequent first. */
  readonly industries: readonly { readonly industry: string; readonly count: number }[];
  readonly rows: readonly DetectorRow[];
}

export interface DetectorRow extends RankRow {
  /** Ranks on the dates looked at, oldest first. */
  readonly ranks: readonly (number | null)[];
  /** The detector's own figure: days at the top, places gained, or the needle's score. */
  readonly value: number;
  /** Whether the change lies in the band; null where the detector has none. */
  readonly inBand: boolean | null;
  /** A word for the find: the tier of a hot stock, the pattern of a needle. */
  readonly label: string | null;
}

export const detectors = ['hotSpots', 'hotList', 'rankJump', 'steadyRise', 'needle'] as const;
export type Detector = (typeof detectors)[number];
