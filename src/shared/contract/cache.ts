import { z } from 'zod';
import type { UtcMs } from '../time.ts';
import { defineMethod } from './define-method.ts';
import { text, whole } from './field.ts';

/** What is kept at hand, by kind: each region has its own time to live. */
export const cacheRegionNames = ['quote', 'list', 'flow', 'news', 'profile', 'financials'] as const;
export type CacheRegionName = (typeof cacheRegionNames)[number];

export type CacheLevelName = 'memory' | 'disk';

/** What one level holds of a region and how often it answered. */
export interface CacheLevelCounts {
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
  readonly entries: number;
  readonly bytes: number;
}

export interface CacheRegionStatistics {
  readonly region: CacheRegionName;
  /** After this an answer is given and renewed behind; after `hardMs` it is asked for anew first. */
  readonly softMs: number;
  readonly hardMs: number;
  readonly memory: CacheLevelCounts;
  readonly disk: CacheLevelCounts;
  /** Answers older than `softMs` that were given at once. */
  readonly stale: number;
  /** Times the source failed and the last good value was given instead, with its age. */
  readonly fallbacks: number;
  /** Questions to the source, and those of them that failed. */
  readonly fetches: number;
  readonly failures: number;
  /** When the oldest value held was fetched; null when none is held. */
  readonly oldestAt: UtcMs | null;
}

export interface CacheLevelState {
  readonly level: CacheLevelName;
  /** `off`: this process works without it, e.g. beside a running app. */
  readonly state: 'ok' | 'degraded' | 'off';
  /** What failed, while degraded. */
  readonly problem: string | null;
  readonly entries: number;
  readonly bytes: number;
  readonly entryCap: number | null;
  readonly byteCap: number;
}

/** How much this machine is asked to do. */
export const machineProfileNames = ['normal', 'small'] as const;
export type MachineProfileName = (typeof machineProfileNames)[number];

export interface MachineProfile {
  readonly name: MachineProfileName;
  /** Symbols that are refreshed at a time, and threads that compute, where the machine has the cores to spare. */
  readonly workers: number;
  /** Symbols asked for in one request, and kept in one transaction of a refresh. */
  readonly batch: number;
  /** How often quotes are asked for while a market is open. */
  readonly pollMs: number;
  readonly cacheEntries: number;
  readonly cacheBytes: number;
  /** How long a quote counts as fresh. */
  readonly quoteMs: number;
}

export interface MachineProposal {
  readonly name: MachineProfileName;
  /** What speaks for the small profile; empty for the normal one. */
  readonly because: readonly ('cores' | 'memory' | 'battery')[];
  readonly cores: number;
  readonly memoryBytes: number;
  readonly onBattery: boolean | null;
}

export interface CacheStatistics {
  readonly since: UtcMs;
  readonly levels: readonly CacheLevelState[];
  readonly regions: readonly CacheRegionStatistics[];
  /** The profile this workspace was opened with, and the one chosen for the next time. */
  readonly profile: MachineProfile;
  readonly chosenProfile: MachineProfileName;
  readonly proposal: MachineProposal;
}

/** One cached value as a list shows it. */
export interface CacheEntryRow {
  readonly region: CacheRegionName;
  readonly key: string;
  readonly symbol: string | null;
  readonly source: string;
  readonly fetchedAt: UtcMs;
  readonly age: 'fresh' | 'stale' | 'expired';
  readonly bytes: number;
  readonly levels: readonly CacheLevelName[];
}

export interface CacheList {
  readonly entries: readonly CacheEntryRow[];
  /** How many match in all. */
  readonly total: number;
}

export interface CacheValue extends CacheEntryRow {
  /** The value as JSON text, cut after 20,000 characters. */
  readonly json: string;
}

const region = z.enum(cacheRegionNames);
const key = text(200, 1);

export const cacheMethods = {
  'cache.stats': defineMethod<CacheStatistics>()(z.strictObject({})),
  /** Entries by key, those whose key, symbol or source holds `text`. */
  'cache.list': defineMethod<CacheList>()(
    z.strictObject({ region: region.exactOptional(), text: text(200).default(''), offset: whole(0, 2 ** 40).default(0), limit: whole(1, 1_000).default(200) }),
  ),
  /** One entry with its value. Throws `cache.unknown`. */
  'cache.get': defineMethod<CacheValue>()(z.strictObject({ region, key })),
  /** Forgets what matches every given field; everything when none is given. */
  'cache.clear': defineMethod<{ readonly removed: number }>()(
    z.strictObject({ region: region.exactOptional(), symbol: text(64, 1).exactOptional(), prefix: key.exactOptional() }),
  ),
  /** Fetches ahead what is asked for often, for a watchlist, the named symbols, or every watched one. Starts a task. */
  'cache.warm': defineMethod<{ readonly task: string }>()(
    z.strictObject({ watchlist: text(100, 1).exactOptional(), symbols: z.array(text(64, 1)).max(5_000).exactOptional() }),
  ),
};

