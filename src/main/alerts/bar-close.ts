import { barLengthMs } from '../../shared/bar-length-ms.ts';
import type { Calendar } from '../../shared/calendar/calendar.ts';
import type { Frequency } from '../../shared/frequency.ts';
import { dayMs, type TradingDate, type UtcMs } from '../../shared/time.ts';

/** When bars of a frequency close; without a calendar a day ends with its UTC day. Bars of weeks and months carry their last session. */
export function barClose(freq: Frequency, calendar: Calendar | null): (time: number) => UtcMs {
  const length = barLengthMs(freq);
  if (length !== null) return (time) => (time + length) as UtcMs;
  return (time) => (calendar?.parts(time as TradingDate).at(-1)?.close ?? ((time + 1) * dayMs)) as UtcMs;
}
