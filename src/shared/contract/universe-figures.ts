import type { ErrorReply } from '../app-error.ts';
import type { ModelRow } from './model-figures.ts';

/** What every answer about the universe carries beside its figures. */
export interface UniverseHeader {
  /** The answer is about many symbols: null. */
  readonly symbol: null;
  /** ISO date of the ranking: the newest session on which most of the universe traded, no later than the one asked for. */
  readonly asOf: string;
  /** Where the bars came from; several names joined, the most frequent first. */
  readonly source: string;
  /** The basis of all series, or `mixed`. */
  readonly basis: string;
  /** Bars used, of all symbols together. */
  readonly bars: number;
  /** Symbols in the universe, and those of them with a rank on the date. */
  readonly symbols: number;
  readonly ranked: number;
  /** Classification behind the industries; null where there is none. */
  readonly scheme: string | null;
  /** Whether industries are those of the date, or today's ("survivorship"). */
  readonly membership: 'asOf' | 'today';
  /** Symbols left out, with the reason; the others are complete. */
  readonly failures: readonly SymbolFailure[];
}

export interface SymbolFailure {
  readonly symbol: string;
  readonly error: ErrorReply;
}

/** What came after each tenth of a metric, in percent; 1 is the lowest tenth. */
export interface DecileRow {
  readonly decile: number;
  readonly horizon: number;
  readonly mean: number;
  readonly median: number;
  /** Share of outcomes above zero. */
  readonly rising: number;
  readonly samples: number;
}

export interface MetricRecord {
  readonly metric: string;
  readonly outcomes: readonly DecileRow[];
  /** ISO dates on which the metric was measured. */
  readonly sections: readonly string[];
  /** Mean rank correlation of the metric with what came after. */
  readonly correlation: readonly { readonly horizon: number; readonly value: number | null; readonly sections: number }[];
}

/** What came after the dates on which a rule held, beside what came after any symbol on those dates. */
export interface RuleRecord {
  readonly sections: readonly string[];
  readonly outcomes: readonly EventRow[];
  /** A field of the rule that is known on the newest dates only, so that there are no outcomes; null where there is none. */
  readonly gap: string | null;
}

export interface EventRow {
  readonly horizon: number;
  readonly mean: number;
  readonly median: number;
  readonly rising: number;
  readonly samples: number;
  /** Mean of every symbol on the same dates. */
  readonly universeMean: number | null;
}

export interface RankRow {
  readonly symbol: string;
  /** In the workspace's language, else in the other. */
  readonly name: string | null;
  readonly industry: string | null;
  readonly rank: number;
  readonly previousRank: number | null;
  /** What was ranked. */
  readonly metric: number;
  readonly score: number | null;
  readonly risk: number | null;
  readonly close: number | null;
  /** Percent against the bar before. */
  readonly change: number | null;
  readonly amount: number | null;
  readonly turnover: number | null;
  readonly volatility: number | null;
  readonly relativeVolume: number | null;
  /** 0..1, and how many signals fired. */
  readonly signalStrength: number | null;
  readonly signalCount: number | null;
}

/** Signals of one symbol. */
export interface SignalRow {
  readonly symbol: string;
  readonly name: string | null;
  readonly industry: string | null;
  readonly rank: number;
  /** 0..1. */
  readonly strength: number;
  readonly count: number;
  /** One row per kind (`signal.hot`, `signal.jump`, …): `modelText(code)`. */
  readonly rows: readonly ModelRow[];
}
