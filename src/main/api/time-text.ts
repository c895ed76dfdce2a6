import { isIntraday } from '../../shared/frequency.ts';
import { formatTradingDate, formatUtc, type TradingDate, type UtcMs } from '../../shared/time.ts';
import type { Series } from '../store/store.ts';

/** A value of a series' time column as ISO text; null for the time of a series without bars. */
export function timeText(series: Pick<Series, 'freq'>, time: number): string | null {
  if (Number.isNaN(time)) return null;
  return isIntraday(series.freq) ? formatUtc(time as UtcMs) : formatTradingDate(time as TradingDate);
}
