import type { Frequency } from '../../shared/frequency.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { BarSource } from '../api/bar-source.ts';
import type { AlertRun, StoredAlert, StoredAlertEvent, StoredAlertWatch } from '../store/alert-store.ts';
import type { Instrument } from '../store/store.ts';
import { judgeSubject } from './judge-subject.ts';
import { subjectBars } from './subject-bars.ts';

interface InstrumentAlerts {
  readonly instrument: Instrument;
  readonly alerts: readonly StoredAlert[];
  readonly watchOf: (alert: number, subject: string) => StoredAlertWatch | undefined;
  /** What fired on the instrument earlier and waits for its outcome. */
  readonly open: readonly StoredAlertEvent[];
  /** The frequency of an alert, whether it is still looked at or not. */
  readonly freqOf: (alert: number) => Frequency | undefined;
  readonly now: UtcMs;
}

/** What the alerts on an instrument find in its bars, frequency by frequency. */
export function* judgeInstrument(from: BarSource, { instrument, alerts, watchOf, open, freqOf, now }: InstrumentAlerts): Generator<AlertRun> {
  const { symbol } = instrument;
  const frequencies = new Set<Frequency>(alerts.map(({ freq }) => freq));
  for (const { alert } of open) {
    const freq = freqOf(alert);
    if (freq !== undefined) frequencies.add(freq);
  }
  for (const freq of frequencies) {
    const own = alerts.filter((alert) => alert.freq === freq);
    const ownOpen = open.filter(({ alert }) => freqOf(alert) === freq);
    // What fired earlier may wait for its outcome on bars that every alert has seen.
    const seen = own.map(({ id }) => watchOf(id, symbol)).map((watch) => (watch === undefined || watch.problem !== null ? -Infinity : watch.seenUntil));
    const series = subjectBars(from, instrument, freq, ownOpen.length > 0 || own.length === 0 ? -Infinity : Math.min(...seen));
    if (series === null) continue;
    yield* judgeSubject({ subject: symbol, series, alerts: own, watchOf: (alert) => watchOf(alert, symbol), open: ownOpen, now });
  }
}
