import { z } from 'zod';
import type { ErrorReply } from '../app-error.ts';
import { markets } from '../exchanges.ts';
import { defineMethod } from './define-method.ts';
import { isoDate, symbolText, text, whole } from './field.ts';
import type { MetricRecord, RankRow, RuleRecord, SymbolFailure, UniverseHeader } from './universe-figures.ts';

/** Which symbols, and as of which day. */
export const universeScope = {
  asOf: isoDate.optional(),
  market: z.enum(markets).optional(),
  /** Name of a watchlist: only its symbols are answered, ranked within the whole universe. */
  watchlist: text(200, 1).optional(),
  /** Name of an industry: only its members are answered, likewise. */
  industry: text(200, 1).optional(),
  /** Industry classification; without it the one that covers most symbols. */
  scheme: text(64, 1).optional(),
  /** What is ranked: `score`, `change`, `amount`, `turnover`, `volatility`, `relativeVolume` or `close`. */
  metric: text(40, 1).default('score'),
};

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

/** One condition of a rule on the date: what stood on both sides. */
export interface RuleCondition {
  readonly condition: string;
  readonly left: number | null;
  readonly right: number | null;
  /** Null where it could not be judged. */
  readonly holds: boolean | null;
}

export interface ScanMatch extends RankRow {
  readonly conditions: readonly RuleCondition[];
}

export interface ScanMove {
  readonly symbol: string;
  /** `modelText('moveReason.…')`. */
  readonly reason: string;
  /** Conditions that changed. */
  readonly changes: readonly { readonly before: RuleCondition | null; readonly after: RuleCondition | null }[];
}

/** What entered and left since an earlier run. */
export interface ScanDiff {
  /** ISO dates of the two runs. */
  readonly from: string;
  readonly to: string;
  /** `stored`: the last run that was kept. `computed`: none was, and the rule was run on the session before. */
  readonly against: 'stored' | 'computed';
  readonly entered: readonly ScanMove[];
  readonly left: readonly ScanMove[];
  readonly stayed: readonly string[];
}

export interface RuleScan {
  /** Name of a ready rule (`modelText('readyRule.…')`) or of a saved one; null for a rule that was only given. */
  readonly rule: string | null;
  readonly text: string;
  /** By rank. */
  readonly matches: readonly ScanMatch[];
  /** How many symbols did not match, could not be judged, or did not trade on the date. */
  readonly others: number;
  readonly unknown: readonly string[];
  readonly notTrading: readonly string[];
  /** Symbols whose bars the rule could not be run on. */
  readonly failures: readonly SymbolFailure[];
  readonly diff: ScanDiff | null;
  readonly record: RuleRecord | null;
}

export interface ScanAnswer extends UniverseHeader {
  /** Whether the runs of named rules were kept; they are not where the profile cannot be written. */
  readonly kept: boolean;
  readonly scans: readonly RuleScan[];
  /** Saved rules that this version cannot read, with the reason; the others were run. */
  readonly unreadable: readonly { readonly rule: string; readonly error: ErrorReply }[];
}

export interface ScanRule {
  readonly name: string;
  readonly text: string;
  /** Comes with the app and cannot be removed. */
  readonly ready: boolean;
  /** The newest run that was kept. */
  readonly lastRun: { readonly asOf: string; readonly matches: number } | null;
}

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

export interface BacktestAnswer extends UniverseHeader {
  readonly entry: string;
  readonly exit: string;
  readonly from: string;
  readonly to: string;
  readonly trades: readonly BacktestTradeRow[];
  readonly unfilled: readonly { readonly symbol: string; readonly date: string; readonly side: 'buy' | 'sell'; /** `modelText('unfilled.…')`. */ readonly reason: string }[];
  readonly equity: readonly { readonly date: string; readonly value: number }[];
  readonly statistics: BacktestStatistics;
  /** Whether some order used market rules that were not verified for its date. */
  readonly assumedRules: boolean;
}

export interface BacktestTradeRow {
  readonly symbol: string;
  readonly entryDate: string;
  readonly entryPrice: number;
  readonly quantity: number;
  /** Null while the position is open; the price is then the last close. */
  readonly exitDate: string | null;
  readonly exitPrice: number;
  readonly costs: number;
  readonly profit: number;
  readonly returnPercent: number;
  readonly sessions: number;
}

export interface BacktestStatistics {
  readonly capital: number;
  readonly finalValue: number;
  readonly returnPercent: number;
  readonly closedTrades: number;
  readonly winRate: number | null;
  readonly payoffRatio: number | null;
  readonly profitFactor: number | null;
  /** Share of the sessions on which something was held. */
  readonly exposure: number;
  readonly maxDrawdown: number | null;
  readonly annualReturn: number | null;
  readonly annualVolatility: number | null;
  readonly sharpe: number | null;
  readonly sortino: number | null;
}

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

const ruleText = text(4_000, 1);
const ruleName = text(80, 1);

export const scanMethods = {
  /** The whole universe by rank, with the mood of the market and the record of the metric. */
  'scan.ranks': defineMethod<RanksAnswer>()(
    z.strictObject({ ...universeScope, minScore: z.number().min(0).max(100).optional(), limit: whole(1, 20_000).default(500), record: z.boolean().default(false) }),
  ),
  /**
   * One rule by name or text, or every ready and saved rule without either, as a task of kind `scan`. A rule that cannot be read is
   * refused at once.
   */
  'scan.run': defineMethod<{ readonly task: string }>()(
    z.strictObject({
      ...universeScope,
      rule: ruleName.optional(),
      text: ruleText.optional(),
      minScore: z.number().min(0).max(100).optional(),
      /** Keep the runs of named rules where the profile can be written, so that the next one can say what entered and left. */
      keep: z.boolean().default(false),
      /** Compare with the last kept run, else with the session before. */
      diff: z.boolean().default(true),
      /** What came after earlier dates on which the rule held. */
      record: z.boolean().default(false),
    }),
  ),
  /** What a `scan` task found; kept for the newest few. */
  'scan.answer': defineMethod<ScanAnswer>()(z.strictObject({ task: text(64, 1) })),
  /** What entered and left between two dates, as a task of kind `scan`. */
  'scan.diff': defineMethod<{ readonly task: string }>()(z.strictObject({ ...universeScope, rule: ruleName.optional(), text: ruleText.optional(), from: isoDate, to: isoDate.optional() })),
  'scan.diffAnswer': defineMethod<ScanDiff>()(z.strictObject({ task: text(64, 1) })),
  /** One symbol's rank and figures through the last dates. */
  'scan.history': defineMethod<RankHistoryAnswer>()(z.strictObject({ ...universeScope, of: symbolText, period: whole(1, 250).default(60) })),
  'scan.readiness': defineMethod<ReadinessAnswer>()(z.strictObject(universeScope)),
  'scan.rules': defineMethod<readonly ScanRule[]>()(z.strictObject({})),
  'scan.save': defineMethod<ScanRule>()(z.strictObject({ name: ruleName, text: ruleText })),
  'scan.remove': defineMethod<null>()(z.strictObject({ name: ruleName })),
  'scan.detect': defineMethod<DetectorAnswer>()(
    z.strictObject({
      ...universeScope,
      detector: z.enum(detectors),
      /** Sessions looked at. */
      period: whole(2, 60).optional(),
      /** Least rank, places or score, by detector; ranks and places are stated for 5,500 names. */
      threshold: z.number().min(0).max(10_000).optional(),
      /** Half width of the band in deviations. */
      sigma: z.number().positive().max(5).default(1),
      board: z.enum(['all', 'main', 'beijing']).default('all'),
      pattern: z.enum(['any', 'refuel', 'bottom']).default('any'),
      requireBbi: z.boolean().default(true),
      longWindow: z.union([z.literal(10), z.literal(21)]).default(21),
    }),
  ),
  /** A rule played over the past, as a task of kind `backtest`. */
  'scan.backtest': defineMethod<{ readonly task: string }>()(
    z.strictObject({
      ...universeScope,
      rule: ruleName.optional(),
      text: ruleText.optional(),
      /** When to leave; without it when the rule no longer holds. */
      exit: ruleText.optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
      capital: z.number().positive().max(1e15).default(1_000_000),
      positionPercent: z.number().positive().max(100).default(10),
      maxPositions: whole(1, 1_000).default(10),
      commissionRate: z.number().min(0).max(0.1).default(0.0003),
      commissionMinimum: z.number().min(0).max(1e6).default(0),
      slippageTicks: whole(0, 1_000).default(1),
    }),
  ),
  /** What a `backtest` task came to; kept for the newest few. */
  'scan.backtestAnswer': defineMethod<BacktestAnswer>()(z.strictObject({ task: text(64, 1) })),
};
