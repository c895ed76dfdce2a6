import { barTimeText } from '../../shared/bar-time-text.ts';
import type { Series } from '../store/store.ts';

/** A value of a series' time column as ISO text; null for the time of a series without bars. */
export function timeText(series: Pick<Series, 'freq'>, time: number): string | null {
  return Number.isNaN(time) ? null : barTimeText(series.freq, time);
}
