import { formatNumber } from '../../shared/format/format-number.ts';

/** A difference with its sign always shown, except for zero. */
export function formatSigned(value: number, decimals: number): string {
  const text = formatNumber(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
