import type { Operand, Rule } from './rule.ts';

/** How far a rule looks back. */
interface RuleReach {
  /** Bars before the one judged on which its conditions are judged too. */
  readonly within: number;
  /** Longest window of its fields, in bars. */
  readonly window: number;
}

/** How far back a rule looks, so that neither too little is loaded nor too few dates are ranked. */
export function ruleReach(rule: Rule): RuleReach {
  switch (rule.kind) {
    case 'compare':
      return { within: 0, window: Math.max(windowOf(rule.left), windowOf(rule.right)) };
    case 'cross':
      return { within: 1, window: Math.max(windowOf(rule.left), windowOf(rule.right)) };
    case 'not':
      return ruleReach(rule.rule);
    case 'within': {
      const { within, window } = ruleReach(rule.rule);
      return { within: within + rule.bars - 1, window };
    }
    case 'and':
    case 'or': {
      const parts = rule.rules.map(ruleReach);
      return { within: Math.max(...parts.map(({ within }) => within)), window: Math.max(...parts.map(({ window }) => window)) };
    }
  }
}

function windowOf(side: Operand): number {
  return side.kind === 'field' ? Math.max(1, ...side.parameters) : 0;
}
