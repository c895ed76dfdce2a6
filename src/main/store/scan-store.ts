import type { TradingDate, UtcMs } from '../../shared/time.ts';

/** A rule of the user's own. */
export interface SavedRule {
  readonly name: string;
  readonly text: string;
}

/** A run of a rule that is kept. */
export interface KeptRun {
  readonly rule: string;
  readonly text: string;
  /** Which symbols it looked at, as text; runs of different scopes are not compared. */
  readonly scope: string;
  readonly asOf: TradingDate;
  readonly matches: number;
  /** What the rule's engine answered, as it has it. */
  readonly outcome: unknown;
}

export interface ScanReader {
  /** By name. */
  scanRules(): readonly SavedRule[];
  /** The newest kept run of a rule with this text and scope from before a date; null without one. */
  scanRun(run: Pick<KeptRun, 'rule' | 'text' | 'scope'>, before: TradingDate): KeptRun | null;
  /** The newest kept run of each rule. */
  scanRuns(): readonly Pick<KeptRun, 'rule' | 'asOf' | 'matches'>[];
}

export interface ScanWriter {
  /** Saves a rule under its name, in the place of one of that name. */
  saveScanRule(rule: SavedRule): Promise<void>;
  /** Removes a rule and its runs; answers whether there was one. */
  removeScanRule(name: string): Promise<boolean>;
  /** Keeps runs, each in the place of one of the same date, and lets go of the oldest beyond sixty a rule. */
  keepScanRuns(runs: readonly KeptRun[], at: UtcMs): Promise<void>;
}
