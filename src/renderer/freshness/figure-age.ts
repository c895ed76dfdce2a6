import type { Freshness } from '../../shared/contract/bars.ts';
import type { UtcMs } from '../../shared/time.ts';

/** How old the figures of one table or panel are, told by the worst of them. */
export interface FigureAge {
  readonly state: Freshness['state'];
  /** Closed sessions that the oldest is behind; null where no calendar tells. */
  readonly sessionsBehind: number | null;
  /** ISO date or UTC time that the newest stands as of. */
  readonly asOf: string;
  /** That of the oldest, where days are mixed. */
  readonly oldest: string | null;
  /** File names or origins, the most frequent first. */
  readonly sources: readonly string[];
  /** When the one that was fetched or imported longest ago was taken in. */
  readonly fetchedAt: UtcMs | null;
  /** The job that renews them. */
  readonly job: 'bars' | 'news';
}
