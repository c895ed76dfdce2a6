import type { TFunction } from 'i18next';
import { bases } from '../../shared/basis.ts';
import { dateFormats, encodings, importOptions, type ImportOptions } from '../../shared/contract/imports.ts';
import { frequencies } from '../../shared/frequency.ts';
import type { MessageKey } from '../../shared/i18n/message-catalog.ts';
import { namedText } from '../i18n/named-text.ts';

export type OptionField = Exclude<keyof ImportOptions, 'columns'>;

/** What a field may be where that is a list; the others are written freely. */
export const optionChoices: Readonly<Partial<Record<OptionField, readonly string[]>>> = {
  market: importOptions.shape.market.unwrap().options,
  encoding: encodings.filter((encoding) => encoding !== 'auto'),
  dateFormat: dateFormats,
  decimal: ['.', ','],
  freq: frequencies,
  basis: bases,
  volumeUnit: ['shares', 'lots'],
};

const titles: Readonly<Record<OptionField, MessageKey>> = {
  symbol: 'import.symbol', market: 'import.market', exchange: 'import.exchange', currency: 'import.currency', zone: 'import.zone', encoding: 'import.encoding',
  dateFormat: 'import.dateFormat', decimal: 'import.decimal', freq: 'import.frequency', basis: 'import.basis', volumeUnit: 'import.volumeUnit', mapping: 'import.mapping',
};

export function optionTitle(field: OptionField, t: TFunction): string {
  return t(titles[field]);
}

/** A value in words where there are any, else as it is. */
export function optionText(field: OptionField, value: string, t: TFunction): string {
  return namedText(`import.${field}.${value}`, value, t);
}

/** Reads a written or chosen text as the field's value; null when it is none of its values. */
export function parseOption(field: OptionField, text: string): ImportOptions | null {
  const parsed = importOptions.safeParse({ [field]: text });
  return parsed.success ? parsed.data : null;
}
