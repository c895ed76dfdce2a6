import { formatUtc, type UtcMs } from '../time.ts';
import { missingText } from './missing.ts';

/** Writes `2018-02-07 14:30`, in UTC; an en dash for no time. */
export function formatMinute(time: UtcMs | null): string {
  return time === null ? missingText : formatUtc(time).slice(0, 16).replace('T', ' ');
}
