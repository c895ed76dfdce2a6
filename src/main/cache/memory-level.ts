import { LRUCache } from 'lru-cache';
import { cacheRegionNames, type CacheRegionName } from '../../shared/contract/cache.ts';
import type { UtcMs } from '../../shared/time.ts';
import { entryBytes, matches, type CacheEntry, type CacheEntryHead, type CacheLevel } from './cache-level.ts';
import { cacheRegions } from './cache-region.ts';

interface Shelf {
  readonly entries: LRUCache<string, CacheEntry>;
  evictions: number;
}

/** The first level: the least recently used go when a region's part of the entries or the bytes is full. */
export function memoryLevel(limits: { readonly entries: number; readonly bytes: number }): CacheLevel {
  const shelves = new Map<CacheRegionName, Shelf>(cacheRegionNames.map((name) => [name, shelfOf(name)]));

  function shelfOf(name: CacheRegionName): Shelf {
    const { share } = cacheRegions[name];
    const maxSize = Math.floor(limits.bytes * share);
    const entries = new LRUCache<string, CacheEntry>({
      max: Math.max(1, Math.floor(limits.entries * share)),
      maxSize,
      // One value may not drive out half a region.
      maxEntrySize: Math.floor(maxSize / 2),
      sizeCalculation: entryBytes,
      dispose: (_entry, _key, reason) => {
        if (reason === 'evict') shelf.evictions += 1;
      },
    });
    const shelf: Shelf = { entries, evictions: 0 };
    return shelf;
  }
  const shelf = (name: CacheRegionName): Shelf => {
    const found = shelves.get(name);
    if (found === undefined) throw new Error(`no cache region ${name}`);
    return found;
  };
  const removeWhere = (test: (entry: CacheEntry) => boolean): number => {
    let removed = 0;
    for (const { entries } of shelves.values()) {
      for (const entry of entries.values()) if (test(entry) && entries.delete(entry.key)) removed += 1;
    }
    return removed;
  };

  return {
    get: (region, key) => shelf(region).entries.get(key) ?? null,
    put: (entries) => {
      for (const entry of entries) shelf(entry.region).entries.set(entry.key, entry);
    },
    remove: (filter) => removeWhere((entry) => matches(entry, filter)),
    sweep: (now) => removeWhere((entry) => now - entry.fetchedAt > cacheRegions[entry.region].keptMs),
    entries: (region) => [...shelves].filter(([name]) => region === null || name === region).flatMap(([, { entries }]) => Array.from(entries.values(), headOf)),
    usage: (region) => {
      const { entries, evictions } = shelf(region);
      let [oldest, newest] = [Infinity, -Infinity];
      for (const { fetchedAt } of entries.values()) [oldest, newest] = [Math.min(oldest, fetchedAt), Math.max(newest, fetchedAt)];
      const span = entries.size === 0 ? { oldestAt: null, newestAt: null } : { oldestAt: oldest as UtcMs, newestAt: newest as UtcMs };
      return { entries: entries.size, bytes: entries.calculatedSize, evictions, ...span };
    },
    close: () => {
      for (const { entries } of shelves.values()) entries.clear();
    },
  };
}

function headOf(entry: CacheEntry): CacheEntryHead {
  const { region, key, symbol, source, fetchedAt } = entry;
  return { region, key, symbol, source, fetchedAt, bytes: entryBytes(entry) };
}
