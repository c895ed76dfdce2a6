import type { ChartLanguage } from './time-label.ts';

/** What stands where there is no value. */
export const missingFigure = '–';

const minus = '\u2212';

function signed(text: string): string {
  return text.replace('-', minus);
}

/** A figure with a fixed number of decimals, grouped by thousands, with a true minus sign. */
export function formatFixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return missingFigure;
  const rounded = Number(value.toFixed(decimals)) || 0;
  return signed(rounded.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
}

/** A change with its sign always shown. */
export function formatChange(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return missingFigure;
  const text = formatFixed(Math.abs(value), decimals);
  const isZero = Number(value.toFixed(decimals)) === 0;
  return isZero ? text : `${value > 0 ? '+' : minus}${text}`;
}

/** A change in percent: `+1.25%`. */
export function formatPercent(value: number, decimals = 2): string {
  return Number.isFinite(value) ? `${formatChange(value, decimals)}%` : missingFigure;
}

const units: Record<ChartLanguage, readonly (readonly [number, string])[]> = {
  en: [[1e12, 'T'], [1e9, 'B'], [1e6, 'M'], [1e3, 'K']],
  zh: [[1e12, '万亿'], [1e8, '亿'], [1e4, '万']],
};

/** A large count in the units of the language: `51.2M` or `5,120万`. */
export function formatCompact(value: number, language: ChartLanguage): string {
  if (!Number.isFinite(value)) return missingFigure;
  const size = Math.abs(value);
  for (const [unit, suffix] of units[language]) {
    if (size >= unit) {
      const scaled = value / unit;
      return `${formatFixed(scaled, Math.abs(scaled) >= 100 ? 0 : Math.abs(scaled) >= 10 ? 1 : 2)}${suffix}`;
    }
  }
  return formatFixed(value, Number.isInteger(value) || size >= 100 ? 0 : 2);
}
