import { AppError } from '../../../shared/app-error.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import { nextChanLog } from '../../chan-log/next-chan-log.ts';
import type { ChanLog, ChanLogUpdate } from '../../store/chan-log-store.ts';
import type { Series } from '../../store/store.ts';
import type { UniverseWork } from '../universe-work.ts';

export interface ChanLogsPlan {
  readonly series: readonly number[];
}

export interface ChanLogsItem {
  readonly series: Series;
  readonly bars: BarColumns;
  readonly kept: ChanLog | null;
}

/** What the first-seen logs of series have to learn from their bars; null for a series that needs nothing or cannot be followed. */
export const chanLogs: UniverseWork<ChanLogsPlan, readonly ChanLogsItem[], null, ChanLogUpdate | null> = {
  prepare(plan, read) {
    const shared = plan.series.flatMap((id): ChanLogsItem[] => {
      const series = read.seriesById(id);
      const kept = read.chanLog(id);
      return series === null || kept?.version === series.version ? [] : [{ series, bars: read.bars(id), kept }];
    });
    return { shared, summary: null, count: shared.length };
  },
  open: (_plan, items) => (first, last) =>
    items.slice(first, last).map(({ series, bars, kept }) => {
      try {
        return nextChanLog(series, bars, kept);
      } catch (error) {
        // Bars that no structure can hold say so on the chart; here there is nothing to log.
        if (error instanceof AppError) return null;
        throw error;
      }
    }),
};
