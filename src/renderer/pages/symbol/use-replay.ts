import { useCallback, useMemo, useState } from 'react';
import { withPastValues } from '../../../analysis/series/as-of-view.ts';
import { allocateBars, type BarColumns } from '../../../shared/bars.ts';
import type { UtcMs } from '../../../shared/time.ts';
import type { ChartSeries } from './chart-series.ts';
import { cutSeries } from './cut-series.ts';
import { correctionsUntil, knownBars, replayMoment, restoredBars, type RestoredBars } from './known-bars.ts';
import { useRevisions } from './use-revisions.ts';

/** A series, and what of it is shown: in a replay no more than was known at an earlier bar. */
export interface Replay {
  readonly whole: ChartSeries;
  readonly series: ChartSeries;
  /** How many bars the replay has reached; null where there is none. */
  readonly bars: number | null;
  /** Bars shown with the values they had then; null where none was corrected since. */
  readonly restored: RestoredBars | null;
  readonly set: (bars: number | null) => void;
  /** The bars known after so many of them. */
  readonly knownAt: (bars: number) => BarColumns;
}

/** The replay of a page. It belongs to one series: another frequency or symbol ends it. */
export function useReplay(whole: ChartSeries | null): Replay | null {
  const [reached, setReached] = useState<{ readonly key: string; readonly bars: number } | null>(null);
  const revisions = useRevisions(whole);
  const key = whole?.key ?? '';
  const bars = whole !== null && reached?.key === key ? Math.min(reached.bars, whole.bars.time.length) : null;
  const moment = whole === null || bars === null ? (Infinity as UtcMs) : replayMoment(whole, bars);
  const corrected = correctionsUntil(revisions, moment);
  // One set of columns from one correction to the next, so that the next bar's structure can go on from this one's.
  const then = useMemo(() => (whole === null ? null : { ...whole, bars: withPastValues(whole.bars, revisions, corrected) }), [whole, revisions, corrected]);
  const series = useMemo(() => (then === null || bars === null ? whole : cutSeries(then, bars)), [whole, then, bars]);
  const set = useCallback((count: number | null) => setReached(count === null ? null : { key, bars: count }), [key]);
  const restored = useMemo(() => (whole === null || bars === null ? null : restoredBars(whole, revisions, bars, moment)), [whole, revisions, bars, moment]);
  const knownAt = useCallback((count: number) => (whole === null ? allocateBars(0) : knownBars(whole, revisions, count)), [whole, revisions]);
  return whole === null || series === null ? null : { whole, series, bars, restored, set, knownAt };
}
