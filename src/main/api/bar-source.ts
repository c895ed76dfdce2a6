import type { Freshness } from '../../shared/contract/bars.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import type { Instrument, Series, Store } from '../store/store.ts';

/** How far a series is behind its exchange. */
export type SeriesAge = (instrument: Instrument, series: Series) => Freshness;

/** What reading bars takes. */
export interface BarSource {
  readonly store: Store;
  readonly ageOf: SeriesAge;
  readonly calendarById: CalendarById;
}
