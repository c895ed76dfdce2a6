import { formatRule } from '../../analysis/universe/rules/format-rule.ts';
import { parseRule } from '../../analysis/universe/rules/parse-rule.ts';
import { readyRules } from '../../analysis/universe/rules/ready-rules.ts';
import type { Rule } from '../../analysis/universe/rules/rule.ts';
import { AppError } from '../../shared/app-error.ts';
import type { ScanAnswer } from '../../shared/contract/rule-figures.ts';
import type { StoreReader } from '../store/store.ts';

/** A rule to be run. */
export interface NamedRule {
  /** Null for a rule that is only given. */
  readonly name: string | null;
  /** As `formatRule` writes it, so that two ways of writing one rule are the same. */
  readonly text: string;
  readonly rule: Rule;
}

/** Looks a rule up by its name, the saved ones first, or reads its text. Throws `scan.rule`, naming the rules there are. */
export function namedRule(read: Pick<StoreReader, 'scanRules'>, given: { readonly rule?: string | undefined; readonly text?: string | undefined }): NamedRule {
  if (given.text !== undefined) return ruleOf(given.rule ?? null, given.text);
  const wanted = given.rule ?? '';
  const all = [...read.scanRules().map(({ name, text }) => [name, text] as const), ...Object.entries(readyRules)];
  const found = all.find(([name]) => name.toLowerCase() === wanted.toLowerCase());
  if (found === undefined) throw new AppError('scan.rule', { value: wanted, allowed: all.map(([name]) => name).join(', ') });
  return ruleOf(found[0], found[1]);
}

/** The rules that come with the app, then the user's own, and those of them that this version cannot read. */
export function allRules(read: Pick<StoreReader, 'scanRules'>): { readonly rules: readonly NamedRule[]; readonly unreadable: ScanAnswer['unreadable'] } {
  const rules = Object.entries(readyRules).map(([name, text]) => ruleOf(name, text));
  const unreadable: ScanAnswer['unreadable'][number][] = [];
  for (const { name, text } of read.scanRules()) {
    try {
      rules.push(ruleOf(name, text));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      unreadable.push({ rule: name, error: error.toReply() });
    }
  }
  return { rules, unreadable };
}

function ruleOf(name: string | null, text: string): NamedRule {
  const rule = parseRule(text);
  return { name, text: formatRule(rule), rule };
}
