import type { CacheRegionName } from '../../shared/contract/cache.ts';
import { dayMs } from '../../shared/time.ts';

/** How long the values of a region hold and how much room they get. */
export interface CacheRegion {
  /** Younger than this a value is fresh; up to `hardMs` it is given as it is and renewed behind. */
  readonly softMs: number;
  readonly hardMs: number;
  /** So long the last good value is kept for when its source fails. */
  readonly keptMs: number;
  /** The region's part of all entries and bytes in memory; the parts sum to one. */
  readonly share: number;
}

const minuteMs = 60_000;

/** Times to live of what is fetched but not stored as data. A quote's soft time comes from the machine's profile. */
export const cacheRegions: Readonly<Record<CacheRegionName, CacheRegion>> = {
  quote: { softMs: 5 * minuteMs, hardMs: 15 * minuteMs, keptMs: 7 * dayMs, share: 0.5 },
  list: { softMs: dayMs, hardMs: 7 * dayMs, keptMs: 90 * dayMs, share: 0.05 },
  flow: { softMs: dayMs, hardMs: 2 * dayMs, keptMs: 30 * dayMs, share: 0.15 },
  news: { softMs: 10 * minuteMs, hardMs: 60 * minuteMs, keptMs: 7 * dayMs, share: 0.1 },
  profile: { softMs: 7 * dayMs, hardMs: 30 * dayMs, keptMs: 180 * dayMs, share: 0.1 },
  financials: { softMs: 90 * dayMs, hardMs: 120 * dayMs, keptMs: 365 * dayMs, share: 0.1 },
};

/** How a value of this age may be used. */
type CacheAge = 'fresh' | 'stale' | 'expired';

/** The age of a value. One from the future, left by a clock that was set back, is of unknown age: given, and renewed. */
export function cacheAge(fetchedAt: number, now: number, { softMs, hardMs }: Pick<CacheRegion, 'softMs' | 'hardMs'>): CacheAge {
  const age = now - fetchedAt;
  if (age < 0) return age > -minuteMs ? 'fresh' : 'stale';
  return age < softMs ? 'fresh' : age < hardMs ? 'stale' : 'expired';
}
