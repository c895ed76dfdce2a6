import { BarFlag } from '../../../shared/bar-flag.ts';

/** Rules that refuse a row: it could not become a bar. */
export const rejectRules = ['cells', 'quotes', 'date', 'future', 'number', 'close', 'price', 'volume', 'symbol', 'conflict'] as const;
/** Rules that pass over a row which by design carries no bar. */
export const skipRules = ['noValues', 'suspended', 'duplicate', 'footer', 'header'] as const;
export type RowRule = (typeof rejectRules)[number] | (typeof skipRules)[number];

const skipping = new Set<string>(skipRules);

export function isSkipRule(rule: RowRule): boolean {
  return skipping.has(rule);
}

/** Prices and volume of a row as read; NaN means empty. `judgeRow` fills what may be filled. */
export interface RowValues {
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
  flags: number;
}

export interface RowPolicy {
  /** Kinds and bases whose prices may be zero or below. */
  readonly negativePrices: boolean;
  /** Exchanges whose files fill suspended days with the last close and no volume. */
  readonly flatMeansSuspended: boolean;
}

/**
 * Decides what a row is, once (data-model.md, "Series"): an empty open, high or low takes the close (`filled`), an open or close outside
 * high–low, or a high below the low, stays as given (`range`), zeros of a suspension are no prices. Writes repaired values and flags into `row`; null means it is a bar.
 */
export function judgeRow(row: RowValues, policy: RowPolicy): RowRule | null {
  const { close, volume } = row;
  const traded = volume > 0;
  if (Number.isNaN(close)) return Number.isNaN(row.open) && Number.isNaN(row.high) && Number.isNaN(row.low) ? 'noValues' : 'close';
  if (!traded && isZeroOrEmpty(row.open) && isZeroOrEmpty(row.high) && isZeroOrEmpty(row.low)) {
    const filled = Number.isNaN(row.open) && Number.isNaN(row.high) && Number.isNaN(row.low);
    if (close === 0 ? !policy.negativePrices : !filled) return 'suspended';
  }
  row.flags = 0;
  if (Number.isNaN(row.open)) [row.open, row.flags] = [close, BarFlag.filled];
  if (Number.isNaN(row.high)) [row.high, row.flags] = [close, BarFlag.filled];
  if (Number.isNaN(row.low)) [row.low, row.flags] = [close, BarFlag.filled];
  const { open, high, low } = row;
  if (volume < 0) return 'volume';
  if (policy.flatMeansSuspended && !traded && open === close && high === close && low === close) return 'suspended';
  if (!policy.negativePrices && (close <= 0 || open < 0 || high < 0 || low < 0)) return 'price';
  const zero = !policy.negativePrices && (open === 0 || low === 0);
  if (open > high || open < low || close > high || close < low || zero) row.flags |= BarFlag.range;
  return null;
}

function isZeroOrEmpty(value: number): boolean {
  return value === 0 || Number.isNaN(value);
}
