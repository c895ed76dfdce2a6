/** Something with a value on every bar: a number, or a field with its parameters. */
export type Operand =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'field'; readonly field: string; readonly parameters: readonly number[] }
  /** A word of the field on the left, e.g. `bullish`; `value` is its code. */
  | { readonly kind: 'word'; readonly word: string; readonly value: number };

export const comparisons = ['<=', '>=', '!=', '<', '>', '='] as const;
export type Comparison = (typeof comparisons)[number];

/** A condition on the bars of one symbol. It holds, does not hold, or is unknown on each bar. */
export type Rule =
  | { readonly kind: 'compare'; readonly left: Operand; readonly comparison: Comparison; readonly right: Operand }
  /** `left` was on the other side of `right` (or on it) on the bar before. */
  | { readonly kind: 'cross'; readonly left: Operand; readonly direction: 'above' | 'below'; readonly right: Operand }
  /** The rule held on at least one of the last `bars` bars, this one included. */
  | { readonly kind: 'within'; readonly bars: number; readonly rule: Rule }
  | { readonly kind: 'and' | 'or'; readonly rules: readonly Rule[] }
  | { readonly kind: 'not'; readonly rule: Rule };

/** The conditions without rules inside them, left to right. */
export function ruleLeaves(rule: Rule): (Extract<Rule, { kind: 'compare' | 'cross' }>)[] {
  switch (rule.kind) {
    case 'compare':
    case 'cross':
      return [rule];
    case 'and':
    case 'or':
      return rule.rules.flatMap(ruleLeaves);
    case 'within':
    case 'not':
      return ruleLeaves(rule.rule);
  }
}
