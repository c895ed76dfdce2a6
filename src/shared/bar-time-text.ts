import { isIntraday, type Frequency } from './frequency.ts';
import { formatTradingDate, formatUtc, type TradingDate, type UtcMs } from './time.ts';

/** A bar's time as ISO text: the opening in UTC of an intraday bar, else the day. */
export function barTimeText(freq: Frequency, time: number): string {
  return isIntraday(freq) ? formatUtc(time as UtcMs) : formatTradingDate(time as TradingDate);
}
