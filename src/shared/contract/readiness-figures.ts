import type { UniverseHeader } from './universe-figures.ts';

/** Worst first; `unknown` without a calendar. */
export type ReadinessState = 'empty' | 'tooShort' | 'stale' | 'outdated' | 'missingSession' | 'ready' | 'unknown';

/** Figures whose absence is counted. */
export const readinessFields = ['score', 'risk', 'needle', 'amount', 'turnover', 'industry'] as const;

/** Whether each symbol is fit to be ranked: long enough, and up to the date; and which figures are missing. */
export interface ReadinessAnswer extends UniverseHeader {
  /** Symbols by state: `ready`, `missingSession`, `outdated` (over 2 sessions behind), `stale` (over 5), `tooShort` (under 60 bars), `unknown`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Those that are not ready, and those left out of the universe because they have not traded for a year. */
  readonly rows: readonly { readonly symbol: string; readonly state: ReadinessState; readonly bars: number; /** Null without a calendar. */ readonly sessionsBehind: number | null }[];
  /** For how many symbols a figure is missing on the date; those that miss none are left out. */
  readonly fields: readonly { readonly field: (typeof readinessFields)[number]; readonly symbols: number }[];
}
