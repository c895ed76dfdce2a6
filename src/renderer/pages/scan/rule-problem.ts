import { parseRule } from '../../../analysis/universe/rules/parse-rule.ts';
import { ruleFields } from '../../../analysis/universe/rules/rule-fields.ts';
import { AppError, type ErrorReply } from '../../../shared/app-error.ts';

/** What is wrong with a rule's text and where: the characters from `from` up to `to`, counted from 0. */
export interface RuleProblem {
  readonly error: ErrorReply;
  readonly from: number;
  readonly to: number;
}

/** Reads a rule as the scan would; null when it can be run. */
export function ruleProblem(text: string): RuleProblem | null {
  try {
    parseRule(text);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { position, token } = thrown.params;
    const from = typeof position === 'number' ? Math.min(text.length, position - 1) : 0;
    const length = typeof position === 'number' && typeof token === 'string' && text.startsWith(token, from) ? token.length : 0;
    return { error: near(thrown.toReply()), from, to: typeof position === 'number' ? from + length : text.length };
  }
}

const mostNames = 12;

/** An unknown field is answered with those that begin like it; the editor lists all of them beside. */
function near(error: ErrorReply): ErrorReply {
  if (error.code !== 'rule.field') return error;
  const start = String(error.params['token']).slice(0, 2).toLowerCase();
  const names = [...ruleFields.keys()];
  const alike = names.filter((name) => name.toLowerCase().startsWith(start) || name.toLowerCase().includes(`.${start}`));
  const shown = (alike.length > 0 ? alike : names).slice(0, mostNames);
  return { ...error, params: { ...error.params, allowed: `${shown.join(', ')}${shown.length < names.length ? ' …' : ''}` } };
}
