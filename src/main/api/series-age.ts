import type { Freshness } from '../../shared/contract/bars.ts';
import { freshness, type DataAge } from '../../shared/calendar/freshness.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import type { Clock } from '../ports.ts';
import type { Instrument, Series } from '../store/store.ts';
import { timeText } from './time-text.ts';

const minuteMs = 60_000;

/** How old a series is against its exchange's calendar; what is delisted, and the demo, can grow no older. */
export function createSeriesAge(calendarById: CalendarById, clock: Clock, frozen = false): (instrument: Instrument, series: Series) => Freshness {
  const ages = memoByMinute(clock);
  return (instrument, series) => {
    const asOf = timeText(series, series.lastTime);
    if (frozen || instrument.delistedOn !== null || asOf === null) return { state: 'frozen', sessionsBehind: null, asOf };
    const end = { freq: series.freq, lastTime: series.lastTime, isLastOpen: series.flagged.open > 0 };
    const age = ages([instrument.calendar, ...Object.values(end)].join(' '), (now) => freshness(calendarById(instrument.calendar), end, now));
    return { state: age.state === 'unknown' ? 'frozen' : age.state, sessionsBehind: age.sessionsBehind, asOf };
  };
}

/** Thousands of series share a few calendars and last bars, and sessions and bars end on whole minutes. */
function memoByMinute(clock: Clock): (key: string, age: (now: UtcMs) => DataAge) => DataAge {
  const known = new Map<string, DataAge>();
  let minute = NaN;
  return (key, age) => {
    const now = clock.now();
    if (Math.floor(now / minuteMs) !== minute) known.clear();
    minute = Math.floor(now / minuteMs);
    const found = known.get(key) ?? age(now);
    known.set(key, found);
    return found;
  };
}
