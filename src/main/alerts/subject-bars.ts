import type { BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { BarSource } from '../api/bar-source.ts';
import { atFrequency } from '../api/bar-views.ts';
import { sourceSeries } from '../api/preferred-series.ts';
import type { Instrument } from '../store/store.ts';
import { barClose } from './bar-close.ts';

/** The bars of an instrument that its alerts are judged on, unfinished ones included. */
export interface SubjectBars {
  readonly bars: BarColumns;
  readonly basis: Basis;
  readonly closeOf: (time: number) => UtcMs;
}

/**
 * Null where nothing is stored from which bars of the frequency can be had, and where all of it was seen already: a series whose last
 * bar is no later than `seenUntil` is not even read.
 */
export function subjectBars({ store, calendarById }: Pick<BarSource, 'store' | 'calendarById'>, instrument: Instrument, freq: Frequency, seenUntil = -Infinity): SubjectBars | null {
  const series = sourceSeries(store.read.seriesOf(instrument.id), freq);
  if (series === null || series.lastTime <= seenUntil) return null;
  const calendar = calendarById(instrument.calendar);
  return { bars: atFrequency(store.read.bars(series.id), series, freq, calendar), basis: series.basis, closeOf: barClose(freq, calendar) };
}
