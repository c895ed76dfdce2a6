import type { SeriesInfo } from '../../shared/contract/bars.ts';
import type { Instrument, Series } from '../store/store.ts';
import { timeText } from './time-text.ts';

/** A series as the contract shows it. */
export function seriesInfo(instrument: Instrument, series: Series): SeriesInfo {
  return {
    id: series.id,
    symbol: instrument.symbol,
    freq: series.freq,
    origin: series.origin,
    basis: series.basis,
    bars: series.bars,
    from: timeText(series, series.firstTime),
    to: timeText(series, series.lastTime),
    version: series.version,
    source: series.source,
    fetchedAt: series.fetchedAt,
    flagged: series.flagged,
  };
}
