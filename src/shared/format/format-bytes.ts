import { formatNumber } from './format-number.ts';

const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** A size in bytes with decimal units: 41,000,000 → `41 MB`. One decimal below 10. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${formatNumber(value, unit > 0 && value < 9.95 ? 1 : 0)} ${units[unit] ?? ''}`;
}
