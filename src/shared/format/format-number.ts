import { missingText } from './missing.ts';

const formatters = new Map<number, Intl.NumberFormat>();

/** Groups thousands with a comma and writes `decimals` places; the minus is U+2212; NaN and null become an en dash. Both languages alike. */
export function formatNumber(value: number | null, decimals: number): string {
  if (value === null || !Number.isFinite(value)) return missingText;
  let formatter = formatters.get(decimals);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formatters.set(decimals, formatter);
  }
  const text = formatter.format(Math.abs(value));
  // A value that rounds to zero carries no sign.
  return value < 0 && /[1-9]/.test(text) ? `\u2212${text}` : text;
}

/** A whole count: `619,040`. */
export function formatCount(value: number | null): string {
  return formatNumber(value, 0);
}
