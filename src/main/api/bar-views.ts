import { adjustBars } from '../../analysis/series/adjust-bars.ts';
import { resampleDaily } from '../../analysis/series/resample-daily.ts';
import { resampleIntraday, type SessionHours } from '../../analysis/series/resample-intraday.ts';
import { AppError } from '../../shared/app-error.ts';
import type { BarColumns } from '../../shared/bars.ts';
import type { Adjustment } from '../../shared/basis.ts';
import type { Calendar } from '../../shared/calendar/calendar.ts';
import { isIntraday, type Frequency } from '../../shared/frequency.ts';
import { dayMs, type TradingDate, type UtcMs } from '../../shared/time.ts';
import type { CorporateAction } from '../store/corporate-action.ts';
import type { Series } from '../store/store.ts';

/** Bars adjusted by ratio for every action up to the newest bar. */
export function adjustedBars(
  bars: BarColumns,
  series: Pick<Series, 'freq' | 'basis'>,
  adjust: Adjustment,
  actions: readonly CorporateAction[],
  calendar: Calendar | null,
): BarColumns {
  if (adjust === 'none' || bars.time.length === 0) return bars;
  const dates = isIntraday(series.freq) ? sessionDates(bars.time, calendar) : bars.time;
  const asOf = dates[dates.length - 1] as TradingDate;
  return adjustBars({ bars, dates, basis: series.basis, adjust, actions, asOf }).bars;
}

/** Bars of a longer frequency. Intraday ones need the exchange's sessions; without a calendar they are refused. */
export function atFrequency(bars: BarColumns, series: Pick<Series, 'freq'>, freq: Frequency, calendar: Calendar | null): BarColumns {
  if (freq === series.freq || bars.time.length === 0) return bars;
  if (series.freq === '1d' && (freq === '1w' || freq === '1M')) {
    return resampleDaily(bars, freq, calendar?.next(bars.time[bars.time.length - 1] as TradingDate) ?? null);
  }
  if (isIntraday(series.freq)) {
    if (calendar === null) throw new AppError('bars.calendar', { freq });
    return resampleIntraday(bars, series.freq, freq, sessionsOf(bars.time, calendar)).bars;
  }
  throw new AppError('bars.shorter', { freq, stored: series.freq });
}

/** Each bar's session; a bar outside every session counts to its day in UTC. */
function sessionDates(times: Float64Array, calendar: Calendar | null): Float64Array {
  return times.map((time) => calendar?.sessionOf(time as UtcMs) ?? Math.floor(time / dayMs));
}

/** The sessions that hold the first to the last time. */
function sessionsOf(times: Float64Array, calendar: Calendar): SessionHours[] {
  // A day either side, because a session's date and its UTC day can differ.
  const first = (Math.floor((times[0] as number) / dayMs) - 2) as TradingDate;
  const last = (Math.floor((times[times.length - 1] as number) / dayMs) + 1) as TradingDate;
  const sessions: SessionHours[] = [];
  for (let date = calendar.next(first); date <= last; date = calendar.next(date)) sessions.push({ date, parts: calendar.parts(date) });
  return sessions;
}
