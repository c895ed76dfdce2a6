import { formatNumber } from './format-number.ts';
import { missingText } from './missing.ts';

/** A share as percent with its sign: 0.0123 → `+1.23%`, −0.5 → `−50.00%`, 0 → `0.00%`. */
export function formatChange(share: number | null, decimals = 2): string {
  if (share === null || !Number.isFinite(share)) return missingText;
  const text = formatNumber(share * 100, decimals);
  return `${share > 0 && /[1-9]/.test(text) ? '+' : ''}${text}%`;
}

/** A share as plain percent: 0.62 → `62%`. */
export function formatPercent(share: number | null, decimals = 0): string {
  return share === null || !Number.isFinite(share) ? missingText : `${formatNumber(share * 100, decimals)}%`;
}

/** The change from one price to the next as a share; NaN where either is missing or the base is not above zero. */
export function changeShare(value: number | null, base: number | null): number {
  return value === null || base === null || !(base > 0) ? NaN : value / base - 1;
}
