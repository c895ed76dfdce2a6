import { AppError } from '../../../shared/app-error.ts';
import { comparisons, type Comparison, type Operand, type Rule } from './rule.ts';
import { ruleFields, type RuleField } from './rule-fields.ts';
import { ruleTokens, type RuleToken } from './rule-token.ts';

const keywords: ReadonlySet<string> = new Set(['and', 'or', 'not', 'crosses', 'above', 'below', 'within', 'bars', 'bar']);
const longestWithin = 250;
const deepestNesting = 50;

/**
 * Reads a rule such as `close > ema(20) and rsi(14) crosses above 30 within 5 bars and not chan.sell >= 1`.
 *
 *     rule      = both { "or" both }
 *     both      = one { "and" one }
 *     one       = "not" one | ( "(" rule ")" | condition ) [ "within" NUMBER [ "bars" ] ]
 *     condition = operand COMPARISON operand | operand "crosses" ( "above" | "below" ) operand
 *     operand   = NUMBER | field [ "(" NUMBER { "," NUMBER } ")" ] | word of the field on the left
 *
 * Throws `rule.syntax`, `rule.field` or `rule.value`, each with the position and text of the token that is wrong and what is allowed.
 */
export function parseRule(text: string): Rule {
  const tokens = ruleTokens(text);
  let at = 0;
  let depth = 0;
  const peek = (): RuleToken => tokens[at] as RuleToken;
  const next = (): RuleToken => tokens[at++] as RuleToken;
  const isNext = (word: string): boolean => peek().text.toLowerCase() === word && peek().kind !== 'end';
  const take = (word: string): boolean => {
    if (!isNext(word)) return false;
    at += 1;
    return true;
  };
  const expect = (word: string): void => {
    if (!take(word)) throw syntax(peek(), word);
  };

  const joined = (kind: 'and' | 'or', part: () => Rule): Rule => {
    const rules = [part()];
    while (take(kind)) rules.push(part());
    return rules.length === 1 ? (rules[0] as Rule) : { kind, rules };
  };
  const either = (): Rule => joined('or', both);
  const both = (): Rule => joined('and', one);
  const one = (): Rule => {
    depth += 1;
    if (depth > deepestNesting) throw syntax(peek(), `at most ${deepestNesting} levels`);
    let rule: Rule;
    if (take('not')) rule = { kind: 'not', rule: one() };
    else {
      if (take('(')) {
        rule = either();
        expect(')');
      } else rule = condition();
      if (take('within')) rule = { kind: 'within', bars: withinBars(), rule };
    }
    depth -= 1;
    return rule;
  };

  const withinBars = (): number => {
    const token = next();
    const bars = Number(token.text);
    if (token.kind !== 'number' || !Number.isInteger(bars) || bars < 1 || bars > longestWithin) {
      throw new AppError('rule.value', { position: token.position, token: token.text, allowed: `1–${longestWithin}` });
    }
    if (!take('bars')) take('bar');
    return bars;
  };

  const condition = (): Rule => {
    const left = operand(null);
    const sign = next();
    if (sign.kind === 'comparison') {
      return { kind: 'compare', left, comparison: sign.text as Comparison, right: operand(fieldOf(left)) };
    }
    if (sign.text.toLowerCase() !== 'crosses') throw syntax(sign, `${comparisons.join(' ')} crosses`);
    const direction = take('above') ? 'above' : take('below') ? 'below' : null;
    if (direction === null) throw syntax(peek(), 'above, below');
    return { kind: 'cross', left, direction, right: operand(fieldOf(left)) };
  };

  /** `other` is the field on the left, whose words may stand on the right. */
  const operand = (other: RuleField | null): Operand => {
    const token = next();
    const words = other?.words ?? {};
    if (Object.hasOwn(words, token.text)) return { kind: 'word', word: token.text, value: words[token.text] as number };
    if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
    if (token.kind !== 'word' || keywords.has(token.text.toLowerCase())) throw syntax(token, 'a field or a number');
    const field = ruleFields.get(token.text);
    if (field === undefined) throw unknownWord(token, other);
    return { kind: 'field', field: field.name, parameters: parameters(field) };
  };

  const parameters = (field: RuleField): number[] => {
    const values = field.parameters.map((parameter) => parameter.default);
    if (!take('(')) return values;
    for (let index = 0; ; index += 1) {
      const token = next();
      const parameter = field.parameters[index];
      if (parameter === undefined) throw new AppError('rule.value', { position: token.position, token: token.text, allowed: `${field.parameters.length} parameters` });
      const value = Number(token.text);
      if (token.kind !== 'number') throw syntax(token, 'a number');
      if (!(value >= parameter.min && value <= parameter.max) || (parameter.whole && !Number.isInteger(value))) {
        const allowed = `${parameter.name} ${parameter.min}–${parameter.max}${parameter.whole ? ' (whole)' : ''}`;
        throw new AppError('rule.value', { position: token.position, token: token.text, allowed });
      }
      values[index] = value;
      if (!take(',')) break;
    }
    expect(')');
    return values;
  };

  const rule = either();
  if (peek().kind !== 'end') throw syntax(peek(), 'and, or, within');
  return rule;
}

function fieldOf(operand: Operand): RuleField | null {
  return operand.kind === 'field' ? (ruleFields.get(operand.field) ?? null) : null;
}

function unknownWord(token: RuleToken, other: RuleField | null): AppError {
  if (other?.words !== null && other !== null) {
    return new AppError('rule.value', { position: token.position, token: token.text, allowed: Object.keys(other.words).join(', ') });
  }
  return new AppError('rule.field', { position: token.position, token: token.text, allowed: [...ruleFields.keys()].join(', ') });
}

function syntax(token: RuleToken, expected: string): AppError {
  return new AppError('rule.syntax', { position: token.position, token: token.kind === 'end' ? '⏎' : token.text, expected });
}
