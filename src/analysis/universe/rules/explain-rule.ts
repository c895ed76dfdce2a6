import { judgeRule, valueOf, type RuleColumns } from './evaluate-rule.ts';
import { formatRule } from './format-rule.ts';
import { ruleLeaves, type Rule } from './rule.ts';

/** One condition of a rule on one bar: what stood on both sides, and whether it held. */
export interface ConditionOutcome {
  /** The condition in the rule's language. */
  readonly condition: string;
  readonly left: number | null;
  readonly right: number | null;
  /** Null where it could not be judged. */
  readonly holds: boolean | null;
}

/** The innermost conditions of a rule on bar `bar`, left to right. */
export function explainRule(rule: Rule, columns: RuleColumns, bar: number): ConditionOutcome[] {
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return ruleLeaves(rule).map((leaf): ConditionOutcome => {
    const truth = judgeRule(leaf, columns)(bar);
    return {
      condition: formatRule(leaf),
      left: known(valueOf(leaf.left, columns)(bar)),
      right: known(valueOf(leaf.right, columns)(bar)),
      holds: truth === -1 ? null : truth === 1,
    };
  });
}
