import type { BarsReply } from '../../shared/contract/bars.ts';
import type { FigureAge } from './figure-age.ts';

/** The age of one series, and of everything computed from it; null for a series without bars. A replay stands as of its own day and grows no older. */
export function ageOfSeries({ freshness, series }: Pick<BarsReply, 'freshness' | 'series'>, replayDate: string | null = null): FigureAge | null {
  const { state, sessionsBehind, asOf } = replayDate === null ? freshness : { state: 'frozen' as const, sessionsBehind: null, asOf: replayDate };
  const until = asOf ?? series.to;
  return until === null ? null : { state, sessionsBehind, asOf: until, oldest: null, sources: [series.source], fetchedAt: series.fetchedAt, job: 'bars' };
}
