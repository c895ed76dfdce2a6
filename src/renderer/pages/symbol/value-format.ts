import { formatAmount } from '../../../shared/format/format-amount.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import type { Language } from '../../../shared/i18n/language.ts';

export interface ValueFormat {
  readonly decimals: number;
  format(value: number): string;
}

/** One rule for all figures of an indicator, by the size of its largest recent one: an oscillator, a fraction, a volume; a count has no decimals. */
export function valueFormat(columns: readonly Float64Array[], language: Language): ValueFormat {
  let largest = 0;
  let isWhole = true;
  for (const column of columns) {
    for (let i = Math.max(0, column.length - 500); i < column.length; i++) {
      const value = column[i] as number;
      largest = Math.max(largest, Math.abs(value) || 0);
      isWhole &&= Number.isNaN(value) || Number.isInteger(value);
    }
  }
  if (largest >= 1e6) return { decimals: 0, format: (value) => formatAmount(value, language) };
  const decimals = isWhole ? 0 : largest >= 10 ? 2 : largest >= 0.1 ? 3 : 5;
  return { decimals, format: (value) => formatNumber(value, decimals) };
}
