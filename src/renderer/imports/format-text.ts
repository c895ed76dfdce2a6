import type { TFunction } from 'i18next';
import { messageCatalog, type MessageKey } from '../../shared/i18n/message-catalog.ts';

/** The name of the product or kind of file that a format stands for; one unknown here by its id. */
export function formatText(format: string, t: TFunction): string {
  const key = `import.format.${format}`;
  return Object.hasOwn(messageCatalog, key) ? t(key as MessageKey) : format;
}
