import { formatNumber } from './format-number.ts';

/**
 * Decimals a price is shown with: those of its tick where one is known, else by size, so that a column of one instrument has one
 * rule: 2 from 1 upwards, 4 below 1, 6 below 0.01, 8 below 0.0001.
 */
export function priceDecimals(reference: number | null, tickSize: number | null = null): number {
  if (tickSize !== null && tickSize > 0) return decimalsOf(tickSize);
  const size = reference === null ? NaN : Math.abs(reference);
  if (!(size > 0) || size >= 1) return 2;
  if (size >= 0.01) return 4;
  return size >= 0.0001 ? 6 : 8;
}

export function formatPrice(value: number | null, tickSize: number | null = null): string {
  return formatNumber(value, priceDecimals(value, tickSize));
}

/** 0.01 → 2, 0.005 → 3, 5 → 0; at most 10. */
function decimalsOf(tickSize: number): number {
  for (let decimals = 0; decimals < 10; decimals++) {
    const scaled = tickSize * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-9 * scaled) return decimals;
  }
  return 10;
}
