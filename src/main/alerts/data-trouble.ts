import { isIntraday } from '../../shared/frequency.ts';
import { dayMs, type UtcMs } from '../../shared/time.ts';
import type { SeriesAge } from '../api/bar-source.ts';
import { preferredSeries } from '../api/preferred-series.ts';
import type { NewAlertEvent, StoredAlert } from '../store/alert-store.ts';
import type { Instrument, Series } from '../store/store.ts';

/** A source that does not answer, and since when. */
export interface FailedSource {
  readonly source: string;
  readonly since: UtcMs;
}

interface TroubleInput {
  readonly alerts: readonly StoredAlert[];
  readonly instruments: readonly Instrument[];
  /** Whether a symbol is in the list of an alert, if it has one. */
  readonly isAbout: (alert: StoredAlert, symbol: string) => boolean;
  /** Every series; asked for only where an alert is about them. */
  readonly series: () => readonly Series[];
  readonly ageOf: SeriesAge;
  readonly failedSources: readonly FailedSource[];
  readonly now: UtcMs;
}

/** The subject of stale data anywhere: told once a day, not once for each instrument. */
export const anySubject = '*';

/**
 * The trouble with the data that stands now, as lines of the log. The log takes each once: stale data once for their last bar, a source
 * once for each time it failed.
 */
export function dataTrouble({ alerts, instruments, isAbout, series, ageOf, failedSources, now }: TroubleInput): NewAlertEvent[] {
  let byInstrument: ReadonlyMap<number, readonly Series[]> | null = null;
  const isStale = (instrument: Instrument, alert: StoredAlert, sessions: number): Series | null => {
    byInstrument ??= Map.groupBy(series(), (one) => one.instrument);
    const preferred = preferredSeries(byInstrument.get(instrument.id) ?? [], alert.freq);
    return preferred !== null && (ageOf(instrument, preferred).sessionsBehind ?? 0) >= sessions ? preferred : null;
  };
  return alerts.flatMap((alert): NewAlertEvent[] => {
    const { id, condition, symbol } = alert;
    if (condition.kind !== 'health') return [];
    const line = { alert: id, firedAt: now, live: false };
    if (condition.trouble === 'source') return failedSources.map(({ source, since }) => ({ ...line, subject: source, time: since, close: NaN }));
    if (symbol === null) {
      const any = instruments.some((instrument) => isAbout(alert, instrument.symbol) && isStale(instrument, alert, condition.sessions) !== null);
      const today = Math.floor(now / dayMs);
      return any ? [{ ...line, subject: anySubject, time: isIntraday(alert.freq) ? today * dayMs : today, close: NaN }] : [];
    }
    const instrument = instruments.find((one) => one.symbol === symbol);
    const stale = instrument === undefined ? null : isStale(instrument, alert, condition.sessions);
    return stale === null ? [] : [{ ...line, subject: symbol, time: stale.lastTime, close: NaN }];
  });
}
