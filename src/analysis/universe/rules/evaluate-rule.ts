import type { Comparison, Operand, Rule } from './rule.ts';

/** Holds (1), does not hold (0), or cannot be judged (-1) on a bar. */
export type Truth = 1 | 0 | -1;

/** The values of a field on every bar of one symbol, NaN where unknown. */
export type RuleColumns = (field: string, parameters: readonly number[]) => Float64Array;

/**
 * A rule ready to be judged on any bar of one symbol. Unknown is contagious the way of three-valued logic: `false and unknown` is
 * false, `true or unknown` is true, `not unknown` is unknown; so a missing figure never makes a rule hold, not even a negated one.
 */
export function judgeRule(rule: Rule, columns: RuleColumns): (bar: number) => Truth {
  switch (rule.kind) {
    case 'compare': {
      const [left, right] = [valueOf(rule.left, columns), valueOf(rule.right, columns)];
      return (bar) => compare(left(bar), rule.comparison, right(bar));
    }
    case 'cross': {
      const [left, right] = [valueOf(rule.left, columns), valueOf(rule.right, columns)];
      const sign = rule.direction === 'above' ? 1 : -1;
      return (bar) => {
        const now = (left(bar) - right(bar)) * sign;
        const before = bar > 0 ? (left(bar - 1) - right(bar - 1)) * sign : NaN;
        return Number.isNaN(now) || Number.isNaN(before) ? -1 : now > 0 && before <= 0 ? 1 : 0;
      };
    }
    case 'within': {
      const inner = judgeRule(rule.rule, columns);
      return (bar) => {
        let truth: Truth = bar + 1 < rule.bars ? -1 : 0;
        for (let back = Math.max(0, bar - rule.bars + 1); back <= bar; back += 1) {
          const then = inner(back);
          if (then === 1) return 1;
          if (then === -1) truth = -1;
        }
        return truth;
      };
    }
    case 'not': {
      const inner = judgeRule(rule.rule, columns);
      return (bar) => negated(inner(bar));
    }
    case 'and':
      return joined(rule.rules, columns, 0);
    case 'or':
      return joined(rule.rules, columns, 1);
  }
}

/** Judges a rule on every one of `length` bars, as a back-test wants it. */
export function evaluateRule(rule: Rule, columns: RuleColumns, length: number): Int8Array {
  const judge = judgeRule(rule, columns);
  const truths = new Int8Array(length);
  for (let bar = 0; bar < length; bar += 1) truths[bar] = judge(bar);
  return truths;
}

/** Joins rules by "and" (`deciding` 0) or "or" (1): the deciding truth wins, then the unknown. */
function joined(rules: readonly Rule[], columns: RuleColumns, deciding: 0 | 1): (bar: number) => Truth {
  const judges = rules.map((rule) => judgeRule(rule, columns));
  const otherwise: Truth = deciding === 0 ? 1 : 0;
  return (bar) => {
    let truth: Truth = otherwise;
    for (const judge of judges) {
      const one = judge(bar);
      if (one === deciding) return deciding;
      if (one === -1) truth = -1;
    }
    return truth;
  };
}

function negated(truth: Truth): Truth {
  return truth === -1 ? -1 : truth === 1 ? 0 : 1;
}

/** The value of one side of a condition on a bar. */
export function valueOf(side: Operand, columns: RuleColumns): (bar: number) => number {
  if (side.kind !== 'field') return () => side.value;
  const column = columns(side.field, side.parameters);
  return (bar) => column[bar] ?? NaN;
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
