import type { MetricRecord, RankRow, UniverseHeader } from './universe-figures.ts';

/** The universe by rank. */
export interface RanksAnswer extends UniverseHeader {
  readonly metric: string;
  readonly rows: readonly RankRow[];
  readonly mood: MarketMood;
  readonly volatility: VolatilitySummary;
  readonly record: MetricRecord | null;
}

export interface MarketMood {
  /** `modelText('mood.…')`. */
  readonly state: string;
  readonly ranked: number;
  readonly advancing: number;
  readonly declining: number;
  readonly unchanged: number;
  /** Percent of the ranked symbols at or above `strongFrom`. */
  readonly strongShare: number;
  readonly strongFrom: number;
  readonly meanMetric: number;
  readonly medianChange: number | null;
}

export interface VolatilitySummary {
  readonly days: readonly { readonly date: string; readonly mean: number | null; readonly symbols: number }[];
  readonly direction: 'up' | 'down' | 'flat' | null;
}

/** One symbol through the last dates. */
export interface RankHistoryAnswer extends UniverseHeader {
  readonly of: string;
  /** Oldest first; null where the symbol was not ranked or did not trade. */
  readonly days: readonly {
    readonly date: string;
    readonly rank: number | null;
    readonly metric: number | null;
    readonly close: number | null;
    readonly change: number | null;
    readonly turnover: number | null;
    readonly volatility: number | null;
  }[];
}
