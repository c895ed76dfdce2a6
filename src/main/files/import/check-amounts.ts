import type { TableShape } from './guess-table.ts';
import { readNumber } from './read-number.ts';

/** What amount ÷ volume says when held against the prices of the same rows. */
export interface AmountCheck {
  /** The power of ten by which amount ÷ volume exceeds the close: 0 shares, 2 lots of a hundred; null where it is none or cannot be told. */
  readonly power: number | null;
  /** The middle of amount ÷ volume. */
  readonly perUnit: number;
  /** The middle of the closes beside it. */
  readonly close: number;
  /** Share of rows whose average price, brought to the close's power of ten, lies between low and high; NaN without both. */
  readonly within: number;
}

/** Compares amount ÷ volume with the prices; null where the table has no amounts. */
export function checkAmounts(table: TableShape, decimal: '.' | ','): AmountCheck | null {
  const at = (role: string): number => table.columns.findIndex((one) => one === role);
  const [amountAt, volumeAt, closeAt, highAt, lowAt] = [at('amount'), at('volume'), at('close'), at('high'), at('low')];
  if (amountAt < 0 || volumeAt < 0) return null;
  const samples = table.rows.slice(-1_000).flatMap(({ cells }) => {
    const value = (index: number): number => (index < 0 ? NaN : readNumber(cells?.[index] ?? '', decimal) ?? NaN);
    const [perUnit, close] = [value(amountAt) / value(volumeAt), value(closeAt)];
    return perUnit > 0 && Number.isFinite(perUnit) && close > 0 ? [{ perUnit, close, high: value(highAt), low: value(lowAt) }] : [];
  });
  if (samples.length < 3) return null;
  const exact = middle(samples.map(({ perUnit, close }) => Math.log10(perUnit / close)));
  const power = Math.round(exact);
  const scale = 10 ** power;
  const inside = samples.filter(({ perUnit, high, low }) => perUnit / scale <= high * 1.002 && perUnit / scale >= low * 0.998);
  return {
    power: Math.abs(exact - power) <= 0.3 ? power : null,
    perUnit: middle(samples.map(({ perUnit }) => perUnit)),
    close: middle(samples.map(({ close }) => close)),
    within: highAt < 0 || lowAt < 0 ? NaN : inside.length / samples.length,
  };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
