import type { ErrorReply } from '../../../shared/app-error.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import { finish } from '../portions.ts';
import type { UniverseFrame } from '../universe-frame.ts';
import type { GivenColumns } from './bar-rule-columns.ts';
import type { ConditionOutcome } from './explain-rule.ts';
import type { Rule } from './rule.ts';
import { runRules } from './run-rules.ts';

export interface RuleMatch {
  readonly symbol: string;
  readonly conditions: readonly ConditionOutcome[];
}

export interface RuleRun {
  /** The date judged; a symbol without a bar on it is not judged. */
  readonly date: number;
  readonly matches: readonly RuleMatch[];
  /** Symbols for which the rule does not hold, with their conditions, so that the next run can say why they entered. */
  readonly others: readonly RuleMatch[];
  /** Symbols on which it could not be decided: too few bars, or figures missing. */
  readonly unknown: readonly string[];
  /** Symbols without a bar on the date. */
  readonly notTrading: readonly string[];
  /** Symbols whose bars an indicator or Chan refuses, with the reason; they do not stop the run. */
  readonly failed: readonly { readonly symbol: string; readonly error: ErrorReply }[];
}

/** Judges one rule on the last date of a frame. `given` supplies the columns of a symbol that do not follow from its bars. */
export function runRule(rule: Rule, frame: UniverseFrame, given: (symbol: number, bars: BarColumns) => GivenColumns): RuleRun {
  const [outcome] = finish(runRules([rule], frame, given, { dates: [frame.dates.length - 1], sections: null }));
  // One rule and one date give one run.
  return outcome?.runs[0] as RuleRun;
}
