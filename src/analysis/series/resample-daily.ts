import type { BarColumns } from '../../shared/bars.ts';
import { mergeBars } from './merge-bars.ts';

/** 1970-01-01 was a Thursday; weeks run Monday to Sunday. */
const mondayOffset = 3;

/**
 * Weekly or monthly bars from daily ones, keyed by the period's last session that has a bar; joined as `mergeBars` says. O(n).
 * (data-model, Time)
 */
export function resampleDaily(daily: BarColumns, to: '1w' | '1M'): BarColumns {
  return mergeBars(daily, daily.time.map(to === '1w' ? weekOf : monthOf), 'last');
}

function weekOf(date: number): number {
  return Math.floor((date + mondayOffset) / 7);
}

function monthOf(date: number): number {
  const day = new Date(date * 86_400_000);
  return day.getUTCFullYear() * 12 + day.getUTCMonth();
}
