import type { Language } from '../i18n/language.ts';
import { formatNumber } from './format-number.ts';

const scales = {
  en: [[1e12, 'T'], [1e9, 'B'], [1e6, 'M'], [1e3, 'K']],
  zh: [[1e12, '万亿'], [1e8, '亿'], [1e4, '万']],
} as const;

/** A large figure in the language's own units: 1,234,567 → `1.23M` or `123.46万`; small ones as they are. */
export function formatAmount(value: number | null, language: Language, decimals = 2): string {
  if (value === null || !Number.isFinite(value)) return formatNumber(null, 0);
  const size = Math.abs(value);
  for (const [unit, sign] of scales[language]) {
    if (size >= unit) return `${formatNumber(value / unit, decimals)}${sign}`;
  }
  return formatNumber(value, Number.isInteger(value) ? 0 : decimals);
}
