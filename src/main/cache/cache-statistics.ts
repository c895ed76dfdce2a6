import { cacheRegionNames, type CacheRegionName } from '../../shared/contract/cache.ts';
import type { UtcMs } from '../../shared/time.ts';

/** Counters of one region, counted up by the cache. */
interface RegionCounts {
  readonly memory: { hits: number; misses: number };
  readonly disk: { hits: number; misses: number };
  stale: number;
  fallbacks: number;
  fetches: number;
  failures: number;
}

/** What the cache did since it was opened. */
export class CacheStatisticsBook {
  readonly since: UtcMs;
  readonly #regions = new Map<CacheRegionName, RegionCounts>();

  constructor(since: UtcMs) {
    this.since = since;
    for (const name of cacheRegionNames) {
      this.#regions.set(name, { memory: { hits: 0, misses: 0 }, disk: { hits: 0, misses: 0 }, stale: 0, fallbacks: 0, fetches: 0, failures: 0 });
    }
  }

  of(region: CacheRegionName): RegionCounts {
    const found = this.#regions.get(region);
    if (found === undefined) throw new Error(`no cache region ${region}`);
    return found;
  }
}
