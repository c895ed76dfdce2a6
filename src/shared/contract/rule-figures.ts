import type { ErrorReply } from '../app-error.ts';
import type { RankRow, RuleRecord, SymbolFailure, UniverseHeader } from './universe-figures.ts';

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
