import { BarFlag } from '../../../shared/bar-flag.ts';
import { BarRow } from './bar-row.ts';

/** Rules that refuse a row: it could not become a bar. */
export const rejectRules = ['cells', 'quotes', 'date', 'future', 'number', 'close', 'price', 'volume', 'symbol', 'conflict'] as const;
/** Rules that pass over a row which by design carries no bar. */
export const skipRules = ['noValues', 'suspended', 'duplicate', 'footer', 'header', 'event'] as const;
export type RowRule = (typeof rejectRules)[number] | (typeof skipRules)[number];

const skipping = new Set<string>(skipRules);

export function isSkipRule(rule: RowRule): boolean {
  return skipping.has(rule);
}

export interface RowPolicy {
  /** Kinds and bases whose prices may be zero or below. */
  readonly negativePrices: boolean;
  /** Exchanges whose files fill suspended days with the last close and no volume. */
  readonly flatMeansSuspended: boolean;
}

/**
 * Decides what a row is, once (data-model.md, "Series"): an empty open, high or low takes the close (`filled`), an open or close outside
 * high–low, or a high below the low, stays as given (`range`), zeros of a suspension are no prices. Writes repaired values and flags into the `BarRow`;
 * null means it is a bar.
 */
export function judgeRow(row: Float64Array, policy: RowPolicy): RowRule | null {
  let open = row[BarRow.open] ?? NaN;
  let high = row[BarRow.high] ?? NaN;
  let low = row[BarRow.low] ?? NaN;
  const close = row[BarRow.close] ?? NaN;
  const volume = row[BarRow.volume] ?? NaN;
  let flags = row[BarRow.flags] ?? 0;
  const traded = volume > 0;
  const empty = Number.isNaN(open) && Number.isNaN(high) && Number.isNaN(low);
  if (Number.isNaN(close)) return empty ? 'noValues' : 'close';
  if (!traded && isZeroOrEmpty(open) && isZeroOrEmpty(high) && isZeroOrEmpty(low)) {
    if (close === 0 ? !policy.negativePrices : !empty) return 'suspended';
  }
  if (Number.isNaN(open) || Number.isNaN(high) || Number.isNaN(low)) {
    if (Number.isNaN(open)) row[BarRow.open] = open = close;
    if (Number.isNaN(high)) row[BarRow.high] = high = close;
    if (Number.isNaN(low)) row[BarRow.low] = low = close;
    flags |= BarFlag.filled;
  }
  if (volume < 0) return 'volume';
  if (policy.flatMeansSuspended && !traded && open === close && high === close && low === close) return 'suspended';
  if (!policy.negativePrices && (close <= 0 || open < 0 || high < 0 || low < 0)) return 'price';
  const zero = !policy.negativePrices && (open === 0 || low === 0);
  if (open > high || open < low || close > high || close < low || zero) flags |= BarFlag.range;
  row[BarRow.flags] = flags;
  return null;
}

function isZeroOrEmpty(value: number): boolean {
  return value === 0 || Number.isNaN(value);
}
