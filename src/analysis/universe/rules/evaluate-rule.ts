import type { Comparison, Operand, Rule } from './rule.ts';

/** Holds (1), does not hold (0), or cannot be judged (-1) on a bar. */
export type Truth = 1 | 0 | -1;

/** The values of a field on every bar of one symbol, NaN where unknown. */
export type RuleColumns = (field: string, parameters: readonly number[]) => Float64Array;

/**
 * Judges a rule on every one of `length` bars. Unknown is contagious the way of three-valued logic: `false and unknown` is false,
 * `true or unknown` is true, `not unknown` is unknown; so a missing figure never makes a rule hold, not even a negated one.
 */
export function evaluateRule(rule: Rule, columns: RuleColumns, length: number): Int8Array {
  switch (rule.kind) {
    case 'compare': {
      const [left, right] = [column(rule.left, columns, length), column(rule.right, columns, length)];
      return Int8Array.from({ length }, (_, bar) => compare(left[bar] as number, rule.comparison, right[bar] as number));
    }
    case 'cross': {
      const [left, right] = [column(rule.left, columns, length), column(rule.right, columns, length)];
      const sign = rule.direction === 'above' ? 1 : -1;
      return Int8Array.from({ length }, (_, bar) => {
        const now = ((left[bar] as number) - (right[bar] as number)) * sign;
        const before = bar > 0 ? ((left[bar - 1] as number) - (right[bar - 1] as number)) * sign : NaN;
        return Number.isNaN(now) || Number.isNaN(before) ? -1 : now > 0 && before <= 0 ? 1 : 0;
      });
    }
    case 'within': {
      const inner = evaluateRule(rule.rule, columns, length);
      return Int8Array.from({ length }, (_, bar) => {
        let truth: Truth = bar + 1 < rule.bars ? -1 : 0;
        for (let back = Math.max(0, bar - rule.bars + 1); back <= bar; back += 1) {
          if (inner[back] === 1) return 1;
          if (inner[back] === -1) truth = -1;
        }
        return truth;
      });
    }
    case 'not':
      return evaluateRule(rule.rule, columns, length).map((truth) => (truth === -1 ? -1 : 1 - truth));
    case 'and':
      return joined(rule.rules, columns, length, 0);
    case 'or':
      return joined(rule.rules, columns, length, 1);
  }
}

/** Joins rules by "and" (`deciding` 0) or "or" (1): the deciding truth wins, then the unknown. */
function joined(rules: readonly Rule[], columns: RuleColumns, length: number, deciding: 0 | 1): Int8Array {
  const result = new Int8Array(length).fill(1 - deciding);
  for (const rule of rules) {
    const truth = evaluateRule(rule, columns, length);
    for (let bar = 0; bar < length; bar += 1) {
      if (truth[bar] === deciding) result[bar] = deciding;
      else if (truth[bar] === -1 && result[bar] !== deciding) result[bar] = -1;
    }
  }
  return result;
}

function column(side: Operand, columns: RuleColumns, length: number): Float64Array {
  return side.kind === 'field' ? columns(side.field, side.parameters) : new Float64Array(length).fill(side.value);
}

function compare(left: number, comparison: Comparison, right: number): Truth {
  if (Number.isNaN(left) || Number.isNaN(right)) return -1;
  switch (comparison) {
    case '<':
      return left < right ? 1 : 0;
    case '<=':
      return left <= right ? 1 : 0;
    case '>':
      return left > right ? 1 : 0;
    case '>=':
      return left >= right ? 1 : 0;
    case '=':
      return left === right ? 1 : 0;
    case '!=':
      return left !== right ? 1 : 0;
  }
}
