import type { Calendar } from '../../shared/calendar/calendar.ts';
import { isIntraday, type Frequency } from '../../shared/frequency.ts';
import { dayMs, type TradingDate, type UtcMs } from '../../shared/time.ts';

const minuteMs = 60_000;
const intradayMs: Readonly<Partial<Record<Frequency, number>>> = {
  '1m': minuteMs, '5m': 5 * minuteMs, '15m': 15 * minuteMs, '30m': 30 * minuteMs, '1h': 60 * minuteMs, '4h': 240 * minuteMs,
};

/** When bars of a frequency close; without a calendar a day ends with its UTC day. Bars of weeks and months carry their last session. */
export function barClose(freq: Frequency, calendar: Calendar | null): (time: number) => UtcMs {
  if (isIntraday(freq)) {
    const length = intradayMs[freq] ?? 0;
    return (time) => (time + length) as UtcMs;
  }
  return (time) => (calendar?.parts(time as TradingDate).at(-1)?.close ?? ((time + 1) * dayMs)) as UtcMs;
}
