/** The closings of one year, keyed `MM-DD`. Days that are no weekday of the calendar need no entry. */
interface CalendarYear {
  readonly closed: readonly string[];
  /** Half-days: the time at which the day's last session ends, `HH:MM`. */
  readonly short?: Readonly<Record<string, string>>;
}

/**
 * A session calendar as its JSON file holds it (`resources/calendars`). Times are wall-clock times of `zone`, `HH:MM` from 00:00 to
 * 24:00; a leading minus counts back from midnight, so `-07:00` is 17:00 of the day before. A year without an entry is not covered.
 */
export interface CalendarTable {
  readonly id: string;
  /** The exchanges that keep this calendar. */
  readonly mics: readonly string[];
  readonly zone: string;
  /** Days of the week that can be sessions, Sunday 0. */
  readonly weekdays: readonly number[];
  /** The day's sessions in order; a lunch break is the gap between two. */
  readonly sessions: readonly (readonly [open: string, close: string])[];
  readonly note: string;
  readonly years: 'all' | Readonly<Record<string, CalendarYear>>;
}
