import { evaluateRule, type RuleColumns, type Truth } from './evaluate-rule.ts';
import { formatRule } from './format-rule.ts';
import { ruleLeaves, type Operand, type Rule } from './rule.ts';

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
  return ruleLeaves(rule).map((leaf): ConditionOutcome => {
    const truth = evaluateRule(leaf, columns, bar + 1)[bar] as Truth;
    return {
      condition: formatRule(leaf),
      left: sideValue(leaf.left, columns, bar),
      right: sideValue(leaf.right, columns, bar),
      holds: truth === -1 ? null : truth === 1,
    };
  });
}

function sideValue(side: Operand, columns: RuleColumns, bar: number): number | null {
  const value = side.kind === 'field' ? columns(side.field, side.parameters)[bar] : side.value;
  return value === undefined || Number.isNaN(value) ? null : value;
}
