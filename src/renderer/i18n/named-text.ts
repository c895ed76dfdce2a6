import type { TFunction } from 'i18next';
import { messageCatalog, type MessageKey } from '../../shared/i18n/message-catalog.ts';

/** The text of a key that is put together at run time; `name` itself where the catalogue has none, as of a figure or a product's own word. */
export function namedText(key: string, name: string, t: TFunction): string {
  return Object.hasOwn(messageCatalog, key) ? t(key as MessageKey) : name;
}
