import { adjustBars } from '../../analysis/series/adjust-bars.ts';
import type { BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import type { TradingDate } from '../../shared/time.ts';
import type { Series, StoreReader } from '../store/store.ts';

export interface SplitView {
  readonly bars: BarColumns;
  readonly basis: Basis;
}

/**
 * The daily bars that figures are computed from: raw prices with the splits within them taken out, as a source of split-adjusted prices
 * has them, because a split is no fall of the price. Bars of other bases, and raw ones without a split, are left as they are.
 */
export function splitView(read: Pick<StoreReader, 'actions'>, { instrument, basis }: Pick<Series, 'instrument' | 'basis'>, bars: BarColumns): SplitView {
  const [first, last] = [bars.time[0] ?? Infinity, bars.time.at(-1) ?? -Infinity];
  if (basis !== 'raw') return { bars, basis };
  const splits = read.actions(instrument).filter(({ kind, exDate }) => kind === 'split' && exDate > first && exDate <= last);
  if (splits.length === 0) return { bars, basis };
  const adjusted = adjustBars({ bars, dates: bars.time, basis, adjust: 'forward', actions: splits, asOf: last as TradingDate });
  return { bars: adjusted.bars, basis: 'split' };
}
