import type { Freshness } from '../../shared/contract/bars.ts';
import type { Instrument, Series } from '../store/store.ts';
import type { BarSource } from './bar-source.ts';

/** How a series stands now: its age, and `failed` where it is behind because no source delivered when last asked. */
export function seriesFreshness({ store, ageOf }: Pick<BarSource, 'store' | 'ageOf'>, instrument: Instrument, series: Series): Freshness {
  const age = ageOf(instrument, series);
  return age.state === 'stale' && store.read.refreshFailed(instrument.symbol, series.freq) ? { ...age, state: 'failed' } : age;
}
