import { z } from 'zod';
import { defineMethod } from './define-method.ts';
import { text, whole } from './field.ts';
import type { RankRow, UniverseHeader } from './universe-figures.ts';
import { universeScope } from './universe-scope.ts';

export interface IndustryTrendAnswer extends UniverseHeader {
  readonly period: number;
  /** How many top ranks were divided. */
  readonly top: number;
  /** Names in the order of `counts` and `lift`; the last one, null, stands for symbols without a known industry. */
  readonly industries: readonly (string | null)[];
  readonly days: readonly {
    readonly date: string;
    readonly counts: readonly number[];
    /** Share among the top ÷ share of the universe; null where an industry has no ranked member. */
    readonly lift: readonly (number | null)[];
  }[];
  /** Pooled over the period, most first. */
  readonly statistics: readonly IndustryShareRow[];
}

export interface IndustryShareRow {
  readonly industry: string | null;
  readonly count: number;
  /** Percent of the places, `period × top`. */
  readonly percentage: number;
  readonly lift: number | null;
}

export interface IndustrySeriesAnswer extends UniverseHeader {
  /** The hottest of today, each followed back; null where it had no ranked member. */
  readonly series: readonly {
    readonly industry: string;
    readonly days: readonly { readonly date: string; readonly rank: number | null; readonly value: number | null }[];
  }[];
}

export interface IndustryHeatRow {
  readonly industry: string;
  readonly rank: number;
  readonly count: number;
  readonly percentage: number;
  /** B1: sum of 1 ÷ rank^k. */
  readonly rankHeat: number;
  /** B2: B1 ÷ members. */
  readonly meanRankHeat: number;
  /** C1: sum of the ranked metric. */
  readonly metricSum: number;
  /** C2: C1 ÷ members. */
  readonly metricMean: number;
  /** Mean change of the members, percent. */
  readonly changePercent: number | null;
  readonly amount: number;
  /** Against the date `back` sessions earlier; null for a new entry. */
  readonly previousRank: number | null;
  readonly change: number | null;
  /** Net inflow of large orders on the date, in currency; null where what is stored does not make up half of the traded value. */
  readonly netFlow: number | null;
  /** Members whose flow on the date is stored. */
  readonly flowMembers: number;
  /** 0..100 from change, flow and direction; `modelText('industryState.…')`. */
  readonly score: number | null;
  readonly state: string | null;
  /** Share of the score's inputs that are known, 0..1. */
  readonly coverage: number;
}

export interface IndustryHeatAnswer extends UniverseHeader {
  readonly k: number;
  readonly sortBy: string;
  readonly back: number;
  readonly rows: readonly IndustryHeatRow[];
  readonly up: number;
  readonly down: number;
  readonly same: number;
  readonly entered: number;
}

export interface IndustryMeansRow {
  readonly metric: number | null;
  readonly change: number | null;
  readonly turnover: number | null;
  readonly relativeVolume: number | null;
}

export interface IndustryDetailFigures {
  readonly industry: string;
  readonly members: readonly RankRow[];
  /** Means over the members in rank order, the i-th weighted 0.618^i. */
  readonly means: IndustryMeansRow;
  readonly averageRank: number | null;
  readonly inTop: { readonly top100: number; readonly top500: number; readonly top1000: number };
  readonly hot: number;
  readonly jumps: number;
  readonly steady: number;
  readonly multiSignal: number;
  readonly meanStrength: number | null;
  /** Rising, falling and flat members, and their equal-weight change. */
  readonly up: number;
  readonly down: number;
  readonly flat: number;
  readonly changePercent: number | null;
  readonly trend: readonly { readonly date: string; readonly means: IndustryMeansRow; readonly averageRank: number | null; readonly count: number }[];
}

export interface IndustryDetailAnswer extends UniverseHeader {
  readonly detail: IndustryDetailFigures;
}

export interface IndustryCompareAnswer extends UniverseHeader {
  readonly details: readonly IndustryDetailFigures[];
}

const days = whole(1, 250);

const heat = {
  /** Exponent of the rank. */
  k: z.number().default(0.618),
  sortBy: z.enum(['rankHeat', 'meanRankHeat', 'metricSum', 'metricMean']).default('rankHeat'),
};

export const industriesMethods = {
  'industries.trend': defineMethod<IndustryTrendAnswer>()(z.strictObject({ ...universeScope, period: days.default(14), top: whole(1, 20_000).default(100) })),
  'industries.heat': defineMethod<IndustryHeatAnswer>()(
    z.strictObject({
      ...universeScope,
      ...heat,
      /** Sessions back for the change of place. */
      back: days.default(1),
    }),
  ),
  'industries.series': defineMethod<IndustrySeriesAnswer>()(z.strictObject({ ...universeScope, ...heat, period: days.default(14), limit: whole(1, 100).default(10) })),
  'industries.detail': defineMethod<IndustryDetailAnswer>()(
    z.strictObject({
      ...universeScope,
      industry: text(200, 1),
      period: days.default(7),
      sortBy: z.enum(['rank', 'metric', 'change', 'turnover', 'signal', 'signalCount']).default('rank'),
    }),
  ),
  'industries.compare': defineMethod<IndustryCompareAnswer>()(
    z.strictObject({ ...universeScope, industries: z.array(text(200, 1)).max(20), period: days.default(7) }),
  ),
};
