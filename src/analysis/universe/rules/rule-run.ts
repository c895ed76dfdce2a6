import type { ErrorReply } from '../../../shared/app-error.ts';
import type { ConditionOutcome } from './explain-rule.ts';

interface RuleMatch {
  readonly symbol: string;
  readonly conditions: readonly ConditionOutcome[];
}

/** What one rule came to on one date. */
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
