import type { LevelLimits } from './link-levels.ts';

/** How much room a fractal pair must leave to be a stroke's two ends, loosest first. */
export const fractalChecks = ['loss', 'half', 'strict', 'totally'] as const;
export type FractalCheck = (typeof fractalChecks)[number];

/** What is compared between the stroke into a zone and the stroke out of it. The names are those of the reference. */
export const divergenceMetrics = [
  'peak', 'full_area', 'area', 'diff', 'slope', 'amp', 'volumn', 'amount', 'volumn_avg', 'amount_avg', 'turnrate_avg', 'rsi',
] as const;
export type DivergenceMetric = (typeof divergenceMetrics)[number];

/** These read volume, amount or turnover rate. */
export const tradeMetrics: ReadonlySet<DivergenceMetric> = new Set<DivergenceMetric>(['volumn', 'amount', 'volumn_avg', 'amount_avg', 'turnrate_avg']);

/** Only these are defined for segments. */
export const segmentDivergenceMetrics = ['slope', 'amp'] as const satisfies readonly DivergenceMetric[];

export const tradePointTypes = ['1', '1p', '2', '2s', '3a', '3b'] as const;
export type TradePointType = (typeof tradePointTypes)[number];

export interface StrokeRules {
  /** `fx` asks for no distance between the two fractals. */
  algorithm: 'normal' | 'fx';
  isStrict: boolean;
  fractalCheck: FractalCheck;
  gapCountsAsBar: boolean;
  endIsPeak: boolean;
  allowsSubPeak: boolean;
}

export interface ZoneRules {
  algorithm: 'normal' | 'over_seg' | 'auto';
  allowsOneLine: boolean;
  combines: boolean;
  combineMode: 'zs' | 'peak';
}

/** The trade-point options of one side (buy or sell) of one level (stroke or segment). */
export interface TradePointRules {
  divergenceRate: number;
  minZoneCount: number;
  firstCountsMultiOnly: boolean;
  maxSecondRate: number;
  metric: DivergenceMetric;
  firstNeedsPeak: boolean;
  wants: Readonly<Record<TradePointType, boolean>>;
  secondFollowsFirst: boolean;
  thirdFollowsFirst: boolean;
  thirdNeedsPeak: boolean;
  secondaryFollowsSecond: boolean;
  /** Null is no limit. */
  maxSecondaryLevel: number | null;
  strictThird: boolean;
  maxThirdZones: number;
}

export interface TradePointSides {
  buy: TradePointRules;
  sell: TradePointRules;
}

/** Spec section 12, parsed. `options` holds every option under the reference's own name, as it goes into the output. */
export interface ChanConfig {
  stroke: StrokeRules;
  leftOver: 'peak' | 'all';
  zone: ZoneRules;
  /** Infinite when the bars of two timeframes are not to be checked. */
  levelLimits: LevelLimits;
  macd: { fast: number; slow: number; signal: number };
  calculatesRsi: boolean;
  strokePoints: TradePointSides;
  segmentPoints: TradePointSides;
  options: Readonly<Record<string, unknown>>;
}
