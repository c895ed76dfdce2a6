import type { Operand, Rule } from './rule.ts';

/** The text of a rule as `parseRule` reads it, with every parameter written out. */
export function formatRule(rule: Rule): string {
  switch (rule.kind) {
    case 'compare':
      return `${operand(rule.left)} ${rule.comparison} ${operand(rule.right)}`;
    case 'cross':
      return `${operand(rule.left)} crosses ${rule.direction} ${operand(rule.right)}`;
    case 'within':
      return `${part(rule.rule)} within ${rule.bars} bars`;
    case 'not':
      return `not ${part(rule.rule)}`;
    case 'and':
    case 'or':
      return rule.rules.map(part).join(` ${rule.kind} `);
  }
}

function part(rule: Rule): string {
  return rule.kind === 'compare' || rule.kind === 'cross' ? formatRule(rule) : `(${formatRule(rule)})`;
}

function operand(side: Operand): string {
  if (side.kind === 'number') return String(side.value);
  if (side.kind === 'word') return side.word;
  return side.parameters.length === 0 ? side.field : `${side.field}(${side.parameters.join(', ')})`;
}
