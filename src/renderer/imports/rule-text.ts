import type { TFunction } from 'i18next';
import { messageCatalog, type MessageKey } from '../../shared/i18n/message-catalog.ts';

/** What a rule of the importer means, in words; a rule unknown here by its name. */
export function ruleText(rule: string, t: TFunction): string {
  const key = `import.rule.${rule}`;
  return Object.hasOwn(messageCatalog, key) ? t(key as MessageKey) : rule;
}
