import type { CacheLevelName, CacheLevelState, CacheRegionName } from '../../shared/contract/cache.ts';
import type { Clock, Log } from '../ports.ts';
import type { CacheEntry, CacheFilter, CacheLevel, CacheUsage } from './cache-level.ts';

/** A level whose failures cost its answers only: it never throws. */
export interface GuardedLevel extends CacheLevel {
  readonly name: CacheLevelName;
  health(): Pick<CacheLevelState, 'level' | 'state' | 'problem'>;
}

interface GuardedLevelOptions {
  readonly name: CacheLevelName;
  /** Opened by the first call, so that a command that needs no cache waits for none; null for a level this process works without. */
  readonly open: (() => CacheLevel) | null;
  readonly clock: Clock;
  readonly log: Log;
}

/** A level that failed is left alone this long: a broken disk should not be asked at every request. */
const pauseMs = 30_000;
const nothing: CacheUsage = { entries: 0, bytes: 0, evictions: 0, oldestAt: null, newestAt: null };

/** Keeps a failing level from breaking a request: it then holds nothing, says that it is degraded, and is tried again after a pause. */
export function guardedLevel({ name, open, clock, log }: GuardedLevelOptions): GuardedLevel {
  let level: CacheLevel | null = null;
  let problem: string | null = null;
  let failedAt = -Infinity;
  let closed = false;

  function attempt<Answer>(work: (level: CacheLevel) => Answer, otherwise: Answer): Answer {
    if (open === null || closed || Math.abs(clock.now() - failedAt) < pauseMs) return otherwise;
    try {
      level ??= open();
      const answer = work(level);
      failedAt = -Infinity;
      problem = null;
      return answer;
    } catch (error) {
      failedAt = clock.now();
      problem = error instanceof Error ? error.message : String(error);
      log.warn('cache.level', { level: name, problem });
      return otherwise;
    }
  }

  return {
    name,
    get: (region: CacheRegionName, key: string): CacheEntry | null => attempt((one) => one.get(region, key), null),
    put: (entries) => attempt((one) => one.put(entries), undefined),
    remove: (filter: CacheFilter) => attempt((one) => one.remove(filter), 0),
    sweep: (now) => attempt((one) => one.sweep(now), 0),
    entries: (region) => attempt((one) => one.entries(region), []),
    usage: (region) => attempt((one) => one.usage(region), nothing),
    health: () => ({ level: name, state: open === null ? 'off' : problem === null ? 'ok' : 'degraded', problem }),
    close: () => {
      closed = true;
      level?.close();
    },
  };
}
