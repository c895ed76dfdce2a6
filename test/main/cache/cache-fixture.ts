import type { CacheRegionName } from '../../../src/shared/contract/cache.ts';
import { Cache } from '../../../src/main/cache/cache.ts';
import type { Fetched } from '../../../src/main/cache/cache-request.ts';
import type { CacheLevel } from '../../../src/main/cache/cache-level.ts';
import { guardedLevel } from '../../../src/main/cache/guarded-level.ts';
import { memoryLevel } from '../../../src/main/cache/memory-level.ts';
import { timesUnder } from '../../../src/main/cache/times-under.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';

export interface CacheBench {
  readonly cache: Cache;
  readonly clock: ManualClock;
  readonly log: MemoryLog;
  /** Every question to the source, in order. */
  readonly asked: string[][];
  /** What the source has; a thrown error where it is one. */
  readonly source: Map<string, number>;
  failure: Error | null;
  /** Resolves the questions that wait, when `waits` is set. */
  waits: boolean;
  release(): void;
  read(key: string, region?: CacheRegionName): ReturnType<Cache['read']>;
  readMany(keys: readonly string[]): ReturnType<Cache['readMany']>;
}

/** A cache over a source of numbers that notes what it is asked. */
export function cacheBench(disk: (() => CacheLevel) | null, limits = { entries: 1_000, bytes: 10_000_000 }): CacheBench {
  const clock = new ManualClock();
  const log = new MemoryLog();
  let waiting: (() => void)[] = [];
  const cache = new Cache({
    memory: guardedLevel({ name: 'memory', open: () => memoryLevel(limits), clock, log }),
    disk: guardedLevel({ name: 'disk', open: disk, clock, log }),
    clock,
    log,
    timesOf: timesUnder(300_000),
  });
  const parse = (value: unknown): number => {
    if (typeof value !== 'number') throw new Error('not a number');
    return value;
  };
  const fetch = async (keys: readonly string[]): Promise<ReadonlyMap<string, Fetched<number>>> => {
    bench.asked.push([...keys]);
    if (bench.waits) await new Promise<void>((resolve) => waiting.push(resolve));
    if (bench.failure !== null) throw bench.failure;
    return new Map(keys.flatMap((key) => {
      const value = bench.source.get(key);
      return value === undefined ? [] : [[key, { value, source: 'exchange' }] as const];
    }));
  };
  const symbolOf = (key: string): string => key.split('|')[0] ?? key;
  const bench: CacheBench = {
    cache, clock, log, asked: [], source: new Map(), failure: null, waits: false,
    release: () => {
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    read: (key, region = 'quote') => cache.read({ region, key, symbolOf, parse, fetch }),
    readMany: (keys) => cache.readMany({ region: 'quote', keys, symbolOf, parse, fetch }),
  };
  return bench;
}
