import type { TFunction } from 'i18next';
import { namedText } from '../i18n/named-text.ts';

/** What a rule of the importer means, in words; a rule unknown here by its name. */
export function ruleText(rule: string, t: TFunction): string {
  return namedText(`import.rule.${rule}`, rule, t);
}
