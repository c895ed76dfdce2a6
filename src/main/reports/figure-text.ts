import type { Tone } from './report-document.ts';

/** A price as stored, up to four decimals; a real minus; an en dash where there is none. */
export function priceText(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  return withMinus(String(Number(value.toFixed(4))));
}

/** A fraction as a signed percentage, e.g. +1.25%. */
export function percentText(fraction: number): string {
  if (!Number.isFinite(fraction)) return '–';
  const text = (fraction * 100).toFixed(2);
  return withMinus(`${fraction > 0 ? '+' : ''}${text}%`);
}

/** Whole numbers with thousands parted. */
export function countText(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  return withMinus(Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, ','));
}

export function toneOf(change: number): Tone {
  return change > 0 ? 'rise' : change < 0 ? 'fall' : 'flat';
}

function withMinus(text: string): string {
  return text.replace('-', '−');
}
