import { BarFlag } from '../../shared/bar-flag.ts';
import { AppError } from '../../shared/app-error.ts';
import type { BarColumns } from '../../shared/bars.ts';
import type { SessionPart } from '../../shared/calendar/calendar.ts';
import { frequencies, type Frequency } from '../../shared/frequency.ts';
import type { TradingDate } from '../../shared/time.ts';
import { mergeBars } from './merge-bars.ts';
import { resampleDaily } from './resample-daily.ts';

/** One session as plain data: its date and its stretches of trading in order. */
export interface SessionHours {
  readonly date: TradingDate;
  readonly parts: readonly SessionPart[];
}

interface Resampled {
  readonly bars: BarColumns;
  /** Bars that lie in no session of the table and are in no bar of the answer. */
  readonly outside: number;
}

const minutes: Partial<Record<Frequency, number>> = { '1m': 1, '5m': 5, '15m': 15, '30m': 30, '1h': 60, '4h': 240 };

/** How long an intraday bar lasts; undefined for daily and longer ones. */
export function barLengthMs(frequency: Frequency): number | undefined {
  const length = minutes[frequency];
  return length === undefined ? undefined : length * 60_000;
}

/**
 * Longer bars from intraday ones, by the exchange's sessions (dates rising). Intraday buckets count from the opening of each stretch of
 * trading, so none reaches over a lunch break or a night; a daily bar is keyed by its session's date, weeks and months as
 * `resampleDaily` says. The last bucket is flagged open when its bars do not reach its end, or the table has a later session in it.
 * Throws `analysis.resample` when `to` is not longer than `from`.
 */
export function resampleIntraday(bars: BarColumns, from: Frequency, to: Frequency, sessions: readonly SessionHours[]): Resampled {
  const fromMs = barLengthMs(from);
  const longer = frequencies.slice(frequencies.indexOf(from) + 1);
  if (fromMs === undefined || !longer.includes(to)) {
    throw new AppError('analysis.resample', { field: 'freq', from, value: to, allowed: fromMs === undefined ? '–' : longer.join(', ') });
  }
  const toMs = barLengthMs(to);
  const keys = new Float64Array(bars.time.length).fill(NaN);
  let [session, part, outside, bucketEnd] = [0, 0, 0, NaN];
  let nextSession: TradingDate | null = null;
  for (let i = 0; i < keys.length; i++) {
    const time = bars.time[i] as number;
    let hours = sessions[session]?.parts[part];
    while (session < sessions.length && (hours === undefined || time >= hours.close)) {
      part += 1;
      if (part >= (sessions[session]?.parts.length ?? 0)) [session, part] = [session + 1, 0];
      hours = sessions[session]?.parts[part];
    }
    if (hours === undefined || time < hours.open) {
      outside += 1;
      continue;
    }
    if (toMs === undefined) {
      keys[i] = sessions[session]?.date ?? NaN;
      bucketEnd = sessions[session]?.parts.at(-1)?.close ?? NaN;
      nextSession = sessions[session + 1]?.date ?? null;
    } else {
      const open = hours.open + Math.floor((time - hours.open) / toMs) * toMs;
      keys[i] = open;
      bucketEnd = Math.min(open + toMs, hours.close);
    }
  }
  const merged = mergeBars(bars, keys, 'key');
  flagUnfinished(merged, bars, keys, bucketEnd, fromMs);
  return { bars: to === '1w' || to === '1M' ? resampleDaily(merged, to, nextSession) : merged, outside };
}

function flagUnfinished(merged: BarColumns, bars: BarColumns, keys: Float64Array, bucketEnd: number, fromMs: number): void {
  let last = keys.length - 1;
  while (last >= 0 && Number.isNaN(keys[last])) last--;
  const count = merged.time.length;
  if (count > 0 && (bars.time[last] as number) + fromMs < bucketEnd) merged.flags[count - 1] = (merged.flags[count - 1] as number) | BarFlag.open;
}
