import { useCallback, useMemo, useState } from 'react';
import type { ChartSeries } from './chart-series.ts';
import { cutSeries } from './cut-series.ts';

/** A series, and what of it is shown: in a replay no more than was known at an earlier bar. */
export interface Replay {
  readonly whole: ChartSeries;
  readonly series: ChartSeries;
  /** How many bars the replay has reached; null where there is none. */
  readonly bars: number | null;
  readonly set: (bars: number | null) => void;
}

/** The replay of a page. It belongs to one series: another frequency or symbol ends it. */
export function useReplay(whole: ChartSeries | null): Replay | null {
  const [reached, setReached] = useState<{ readonly key: string; readonly bars: number } | null>(null);
  const key = whole?.key ?? '';
  const bars = whole !== null && reached?.key === key ? Math.min(reached.bars, whole.bars.time.length) : null;
  const series = useMemo(() => (whole === null || bars === null ? whole : cutSeries(whole, bars)), [whole, bars]);
  const set = useCallback((count: number | null) => setReached(count === null ? null : { key, bars: count }), [key]);
  return whole === null || series === null ? null : { whole, series, bars, set };
}
