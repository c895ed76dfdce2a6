import type { Freshness } from '../../shared/contract/bars.ts';
import { freshness } from '../../shared/calendar/freshness.ts';
import { isIntraday } from '../../shared/frequency.ts';
import { dayMs, type TradingDate } from '../../shared/time.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import type { Clock } from '../ports.ts';
import type { Instrument, Series } from '../store/store.ts';
import { timeText } from './symbols.ts';

/** How old a series is against its exchange's calendar; what is delisted, and the demo, can grow no older. */
export function createSeriesAge(calendarById: CalendarById, clock: Clock, frozen = false): (instrument: Instrument, series: Series) => Freshness {
  return (instrument, series) => {
    const asOf = timeText(series, series.lastTime);
    if (frozen || instrument.delistedOn !== null || asOf === null) return { state: 'frozen', sessionsBehind: null, asOf };
    const lastDate = (isIntraday(series.freq) ? Math.floor(series.lastTime / dayMs) : series.lastTime) as TradingDate;
    const age = freshness({ calendar: calendarById(instrument.calendar), lastDate, now: clock.now() });
    return { state: age.state === 'unknown' ? 'frozen' : age.state, sessionsBehind: age.sessionsBehind, asOf };
  };
}
