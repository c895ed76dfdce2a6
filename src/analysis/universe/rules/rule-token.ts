import { AppError } from '../../../shared/app-error.ts';

export interface RuleToken {
  readonly kind: 'word' | 'number' | 'comparison' | 'bracket' | 'comma' | 'end';
  readonly text: string;
  /** Position of the first character, from 1. */
  readonly position: number;
}

const longestRule = 2000;

/** A number, then a word (which may hold dots and hyphens, and may begin with a digit as `2s`), then signs. */
const pattern = /(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z0-9][\w.-]*)|(<=|>=|!=|<|>|=)|([()])|(,)/y;
const kinds = ['number', 'word', 'comparison', 'bracket', 'comma'] as const;

/** Cuts a rule's text into tokens, `end` last. Throws at the first character that begins none. */
export function ruleTokens(text: string): RuleToken[] {
  if (text.length > longestRule) throw new AppError('rule.long', { value: text.length, allowed: longestRule });
  const tokens: RuleToken[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
    if (at === text.length) break;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const group = match === null ? -1 : match.slice(1).findIndex((part) => part !== undefined);
    const kind = kinds[group];
    if (match === null || kind === undefined) {
      throw new AppError('rule.syntax', { position: at + 1, token: text.charAt(at), expected: 'a field, a number, a comparison or a bracket' });
    }
    tokens.push({ kind, text: match[0], position: at + 1 });
    at = pattern.lastIndex;
  }
  tokens.push({ kind: 'end', text: '', position: text.length + 1 });
  return tokens;
}
