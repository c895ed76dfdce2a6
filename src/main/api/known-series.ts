import { asOfView, type AsOf } from '../../analysis/series/as-of-view.ts';
import type { PastValues } from '../../analysis/series/past-values.ts';
import { BarFlag } from '../../shared/bar-flag.ts';
import type { BarColumns } from '../../shared/bars.ts';
import { instantOf } from '../../shared/calendar/zone-clock.ts';
import { tradingDateOf } from '../../shared/time.ts';
import type { CorporateAction } from '../store/corporate-action.ts';
import type { Instrument, Series, Store } from '../store/store.ts';

/** A series as it could be known at a moment: its facts are those of these bars alone. */
interface KnownSeries {
  readonly series: Series;
  readonly bars: BarColumns;
}

/** The end of a day (ISO) where the instrument is traded: its session had closed, the next one had not begun. */
export function endOfDay({ zone }: Pick<Instrument, 'zone'>, day: string): AsOf {
  const session = tradingDateOf(day);
  return { session, time: instantOf(zone, session + 1, 0) };
}

/** The series with the bars closed by the moment and the values known at it; what was corrected without a trace stays `revised`. */
export function knownSeries({ read }: Pick<Store, 'read'>, series: Series, asOf: AsOf): KnownSeries {
  const revisions: readonly PastValues[] = series.flagged.revised > 0 ? read.revisions(series.id) : [];
  const { bars } = asOfView({ bars: read.bars(series.id), frequency: series.freq, actions: [], revisions }, asOf);
  return { series: withFactsOf(series, bars), bars };
}

/**
 * The actions that count for a series as of a moment: those that had taken effect and, where prices carry splits, those to come as well:
 * they change no price any more and tell of which shares the stored ones are.
 */
export function knownActions(actions: readonly CorporateAction[], { basis }: Pick<Series, 'basis'>, { session }: AsOf): readonly CorporateAction[] {
  return actions.filter(({ kind, exDate }) => exDate <= session || (kind === 'split' && basis === 'split'));
}

function withFactsOf(series: Series, { time, close, volume, flags }: BarColumns): Series {
  const count = time.length;
  const at = (column: Float64Array, index: number): number => column[index] ?? NaN;
  const flagged = { filled: 0, range: 0, open: 0, revised: 0, amount: 0 };
  for (const bits of flags) {
    if (bits === 0) continue;
    for (const name of Object.keys(flagged) as (keyof typeof flagged)[]) if ((bits & BarFlag[name]) !== 0) flagged[name] += 1;
  }
  return {
    ...series,
    bars: count,
    firstTime: at(time, 0),
    lastTime: at(time, count - 1),
    lastClose: at(close, count - 1),
    previousClose: at(close, count - 2),
    lastVolume: at(volume, count - 1),
    flagged,
  };
}
