import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import { symbolBars, type UniverseFrame } from '../universe-frame.ts';
import { barRuleColumns, type GivenColumns } from './bar-rule-columns.ts';
import { judgeRule } from './evaluate-rule.ts';
import { explainRule, type ConditionOutcome } from './explain-rule.ts';
import type { Rule } from './rule.ts';

export interface RuleMatch {
  readonly symbol: string;
  readonly conditions: readonly ConditionOutcome[];
}

export interface RuleRun {
  /** The frame's last date; a symbol without a bar on it is not judged. */
  readonly date: number;
  readonly matches: readonly RuleMatch[];
  /** Symbols for which the rule does not hold, with their conditions, so that the next run can say why they entered. */
  readonly others: readonly RuleMatch[];
  /** Symbols on which it could not be decided: too few bars, or figures missing. */
  readonly unknown: readonly string[];
  /** Symbols whose newest bar is older than the date. */
  readonly notTrading: readonly string[];
  /** Symbols whose bars an indicator or Chan refuses, with the reason; they do not stop the run. */
  readonly failed: readonly { readonly symbol: string; readonly error: ErrorReply }[];
}

/** Judges a rule on the last date of a frame. `given` supplies the columns of a symbol that do not follow from its bars. */
export function runRule(rule: Rule, frame: UniverseFrame, given: (symbol: number, bars: BarColumns) => GivenColumns): RuleRun {
  const date = frame.dates.at(-1);
  if (date === undefined || frame.symbols.length === 0) throw new AppError('universe.empty');
  const matches: RuleMatch[] = [];
  const others: RuleMatch[] = [];
  const unknown: string[] = [];
  const notTrading: string[] = [];
  const failed: RuleRun['failed'][number][] = [];
  for (const [index, symbol] of frame.symbols.entries()) {
    const bars = symbolBars(frame, index);
    const last = bars.time.length - 1;
    if (bars.time[last] !== date) {
      notTrading.push(symbol);
      continue;
    }
    try {
      const columns = barRuleColumns(bars, given(index, bars));
      const truth = judgeRule(rule, columns)(last);
      if (truth === -1) unknown.push(symbol);
      else (truth === 1 ? matches : others).push({ symbol, conditions: explainRule(rule, columns, last) });
    } catch (error) {
      // An error of the rule itself is the same for every symbol; one of a symbol's bars is that symbol's alone.
      if (!(error instanceof AppError) || error.code.startsWith('rule.')) throw error;
      failed.push({ symbol, error: error.toReply() });
    }
  }
  return { date, matches, others, unknown, notTrading, failed };
}
