import { withPastValues } from '../../../analysis/series/as-of-view.ts';
import type { PastValues } from '../../../analysis/series/past-values.ts';
import { barLengthMs } from '../../../analysis/series/resample-intraday.ts';
import { sliceBars, type BarColumns } from '../../../shared/bars.ts';
import { instantOf } from '../../../shared/calendar/zone-clock.ts';
import type { UtcMs } from '../../../shared/time.ts';
import type { ChartSeries } from './chart-series.ts';

/** Bars that a replay shows with the values they had then. */
export interface RestoredBars {
  readonly count: number;
  /** When the first of them was corrected. */
  readonly correctedAt: UtcMs;
}

/** The moment a replay stands at after `count` bars: the end of the last one's session, or of its minutes. */
export function replayMoment({ reply, bars }: Pick<ChartSeries, 'reply' | 'bars'>, count: number): UtcMs {
  const time = bars.time[count - 1] ?? NaN;
  const lengthMs = barLengthMs(reply.freq);
  return lengthMs === undefined ? instantOf(reply.zone, time + 1, 0) : ((time + lengthMs) as UtcMs);
}

/** The newest correction that had been made by a moment; the same bars are known from one correction to the next. */
export function correctionsUntil(revisions: readonly PastValues[], moment: UtcMs): UtcMs {
  let newest = -Infinity;
  for (const { knownUntil } of revisions) if (knownUntil <= moment && knownUntil > newest) newest = knownUntil;
  return newest as UtcMs;
}

/** The first `count` bars with the values known then. */
export function knownBars(series: ChartSeries, revisions: readonly PastValues[], count: number): BarColumns {
  return sliceBars(withPastValues(series.bars, revisions, replayMoment(series, count)), 0, count);
}

/** Which of the first `count` bars were corrected after a moment; null where none was. */
export function restoredBars({ bars }: Pick<ChartSeries, 'bars'>, revisions: readonly PastValues[], count: number, moment: UtcMs): RestoredBars | null {
  const last = bars.time[count - 1] ?? -Infinity;
  const later = revisions.filter(({ time, knownUntil }) => time <= last && knownUntil > moment);
  if (later.length === 0) return null;
  return { count: new Set(later.map(({ time }) => time)).size, correctedAt: Math.min(...later.map(({ knownUntil }) => knownUntil)) as UtcMs };
}
