import type { CacheRegionName } from '../../shared/contract/cache.ts';
import type { UtcMs } from '../../shared/time.ts';

/** One value as a level keeps it. */
export interface CacheEntry {
  readonly region: CacheRegionName;
  readonly key: string;
  /** The instrument it belongs to, where it belongs to one. */
  readonly symbol: string | null;
  /** A JSON value; read from disk it has not been looked at yet. */
  readonly value: unknown;
  /** The value as it lies on disk; its length is what the value counts. */
  readonly json: string;
  readonly source: string;
  readonly fetchedAt: UtcMs;
}

/** An entry without its value. */
export type CacheEntryHead = Pick<CacheEntry, 'region' | 'key' | 'symbol' | 'source' | 'fetchedAt'> & { readonly bytes: number };

/** Which entries are meant: those that match every field that is not null. */
export interface CacheFilter {
  readonly region: CacheRegionName | null;
  readonly symbol: string | null;
  readonly prefix: string | null;
}

/** What a level holds of a region. */
export interface CacheUsage {
  readonly entries: number;
  readonly bytes: number;
  readonly evictions: number;
  readonly oldestAt: UtcMs | null;
  readonly newestAt: UtcMs | null;
}

/** One level of the cache. A call may throw; the cache goes on without the level then. */
export interface CacheLevel {
  get(region: CacheRegionName, key: string): CacheEntry | null;
  put(entries: readonly CacheEntry[]): void;
  /** Answers how many were removed. */
  remove(filter: CacheFilter): number;
  /** Drops what is older than its region keeps it, at a time that `now` was found to be sane; answers how many. */
  sweep(now: UtcMs): number;
  /** Everything of a region, or of all, without order. */
  entries(region: CacheRegionName | null): readonly CacheEntryHead[];
  usage(region: CacheRegionName): CacheUsage;
  close(): void;
}

/** UTF-16 takes two bytes a character; keys and the entry itself are small beside their values. */
export function entryBytes({ key, json }: Pick<CacheEntry, 'key' | 'json'>): number {
  return 2 * (json.length + key.length) + 128;
}

export function matches(entry: Pick<CacheEntry, 'region' | 'key' | 'symbol'>, { region, symbol, prefix }: CacheFilter): boolean {
  return (region === null || entry.region === region) && (symbol === null || entry.symbol === symbol) && (prefix === null || entry.key.startsWith(prefix));
}
