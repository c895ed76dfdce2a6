import type { UniverseFrame } from '../../analysis/universe/universe-frame.ts';
import type { ShareCount } from '../store/company-facts.ts';
import type { Instrument, Series, StoreReader } from '../store/store.ts';

/** Bars of each symbol that get a turnover: what is ranked and compared lies within a year. */
const turnoverBars = 260;

/**
 * Turnover in percent of the freely traded shares (of all shares where those are not known), row by row; null where no share counts
 * are stored. Counts are of their own day, so they are put on the shares that volumes are in: raw prices have the splits until today taken
 * out, others those that came later as well.
 */
export function turnoverColumn(read: Pick<StoreReader, 'allShares' | 'actions'>, { starts, ends, bars, dates }: UniverseFrame, instruments: readonly Instrument[], series: readonly Series[]): Float64Array | null {
  const today = dates.at(-1) ?? -Infinity;
  let turnover: Float64Array | null = null;
  const byInstrument = Map.groupBy(read.allShares(), ({ instrument }) => instrument);
  for (const [symbol, { id }] of instruments.entries()) {
    const counts = ofOneSource((byInstrument.get(id) ?? []).filter(({ effectiveFrom }) => effectiveFrom <= today));
    if (counts.length === 0) continue;
    turnover ??= new Float64Array(bars.time.length).fill(NaN);
    const end = ends[symbol] as number;
    const until = series[symbol]?.basis === 'raw' ? today : Infinity;
    const splits = read.actions(id).filter(({ kind, exDate }) => kind === 'split' && exDate <= until);
    for (let row = Math.max(starts[symbol] as number, end - turnoverBars); row < end; row += 1) {
      const date = bars.time[row] as number;
      const count = counts.findLast(({ effectiveFrom }) => effectiveFrom <= date);
      const later = splits.reduce((product, { exDate, value }) => (exDate > date ? product * value : product), 1);
      const shares = (count?.floating ?? count?.total ?? NaN) * later;
      if (shares > 0) turnover[row] = ((bars.volume[row] as number) / shares) * 100;
    }
  }
  return turnover;
}

/** The counts of the source that is furthest on, by day; sources are never mixed. */
function ofOneSource(counts: readonly ShareCount[]): readonly ShareCount[] {
  const newest = counts.reduce<ShareCount | null>((best, one) => (best === null || one.effectiveFrom > best.effectiveFrom ? one : best), null);
  return counts.filter(({ source }) => source === newest?.source).sort((a, b) => a.effectiveFrom - b.effectiveFrom);
}
