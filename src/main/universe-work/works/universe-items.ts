import type { Frequency } from '../../../shared/frequency.ts';
import { preferredSeries } from '../../api/preferred-series.ts';
import { timeText } from '../../api/time-text.ts';
import type { Series, StoreReader } from '../../store/store.ts';

/** One series of a universe, in the order of its columns. */
export interface UniverseItem {
  readonly symbol: string;
  readonly series: number;
  readonly basis: Series['basis'];
  readonly source: string;
  readonly bars: number;
  readonly asOf: string | null;
  /** Whether it is the one shown for its symbol when none is named; the others stand for the same symbol from other sources. */
  readonly isPreferred: boolean;
}

/** What the series of a universe are, by their place in it. */
export function universeItems(read: StoreReader, series: readonly Series[], freq: Frequency): UniverseItem[] {
  const symbols = new Map(read.instruments().map(({ id, symbol }) => [id, symbol]));
  const preferred = new Set([...Map.groupBy(series, ({ instrument }) => instrument).values()].map((own) => preferredSeries(own, freq)?.id));
  return series.map((one) => ({
    symbol: symbols.get(one.instrument) ?? '',
    series: one.id,
    basis: one.basis,
    source: one.source,
    bars: one.bars,
    asOf: timeText(one, one.lastTime),
    isPreferred: preferred.has(one.id),
  }));
}
