import { AppError } from '../../shared/app-error.ts';
import { cacheRegionNames, type CacheLevelState, type CacheRegionStatistics, type CacheStatistics, type MachineProfile, type MachineProfileName, type MachineProposal } from '../../shared/contract/cache.ts';
import type { Cache } from '../cache/cache.ts';
import { diskByteCap } from '../cache/open-cache.ts';
import type { SymbolWork } from '../jobs/job-work.ts';
import type { TaskRunner } from '../tasks/task-runner.ts';
import type { HandlersOf } from './handlers.ts';

interface CacheHandlerParts {
  readonly cache: Cache;
  readonly tasks: TaskRunner;
  readonly profile: MachineProfile;
  readonly chosenProfile: () => MachineProfileName;
  readonly proposal: () => MachineProposal;
  /** The symbols of a watchlist, or of all of them. */
  readonly watched: (watchlist: string | null) => readonly string[];
  /** Fetches ahead what will be asked for about some symbols. */
  readonly warm: SymbolWork;
}

const shownCharacters = 20_000;

/** The cache as the user sees it: what is held, how often it answered, and how to empty or warm it. */
export function cacheHandlers({ cache, tasks, profile, chosenProfile, proposal, watched, warm }: CacheHandlerParts): HandlersOf<'cache'> {
  return {
    'cache.stats': () => ({ ...statisticsOf(cache), levels: levelsOf(cache, profile), profile, chosenProfile: chosenProfile(), proposal: proposal() }),
    'cache.list': ({ region, text, offset, limit }) => {
      const wanted = text.toLowerCase();
      const found = cache.list(region ?? null).filter((entry) => [entry.key, entry.symbol ?? '', entry.source].some((field) => field.toLowerCase().includes(wanted)));
      return { entries: found.slice(offset, offset + limit), total: found.length };
    },
    'cache.get': ({ region, key }) => {
      const entry = cache.peek(region, key);
      if (entry === null) throw new AppError('cache.unknown', { region, key });
      return { ...entry, json: entry.json.slice(0, shownCharacters).toWellFormed() };
    },
    'cache.clear': ({ region, symbol, prefix }) => ({ removed: cache.clear({ region: region ?? null, symbol: symbol ?? null, prefix: prefix ?? null }) }),
    'cache.warm': ({ watchlist, symbols }) => {
      const wanted = symbols ?? watched(watchlist ?? null);
      const task = tasks.start('cache-warm', watchlist ?? `${wanted.length}`, async ({ signal, progress }) => {
        const { done, failures } = await warm(wanted, signal, progress);
        return { symbols: wanted.length, warmed: done, failures };
      });
      return { task: task.id };
    },
  };
}

function statisticsOf(cache: Cache): Pick<CacheStatistics, 'since' | 'regions'> {
  const regions = cacheRegionNames.map((region): CacheRegionStatistics => {
    const { stale, fallbacks, fetches, failures, ...counts } = cache.statistics.of(region);
    const [memory, disk] = cache.usage(region);
    const oldest = [memory.oldestAt, disk.oldestAt].filter((at) => at !== null);
    return {
      region,
      ...cache.timesOf(region),
      memory: { ...counts.memory, evictions: memory.evictions, entries: memory.entries, bytes: memory.bytes },
      disk: { ...counts.disk, evictions: disk.evictions, entries: disk.entries, bytes: disk.bytes },
      stale,
      fallbacks,
      fetches,
      failures,
      oldestAt: oldest.length === 0 ? null : oldest.reduce((a, b) => (a < b ? a : b)),
    };
  });
  return { since: cache.statistics.since, regions };
}

function levelsOf(cache: Cache, profile: MachineProfile): readonly CacheLevelState[] {
  const [memoryHealth, diskHealth] = cache.health();
  const usage = cacheRegionNames.map((region) => cache.usage(region));
  const sum = (level: 'memory' | 'disk', what: 'entries' | 'bytes'): number => usage.reduce((total, pair) => total + pair[level === 'memory' ? 0 : 1][what], 0);
  return [
    { ...memoryHealth, entries: sum('memory', 'entries'), bytes: sum('memory', 'bytes'), entryCap: profile.cacheEntries, byteCap: profile.cacheBytes },
    { ...diskHealth, entries: sum('disk', 'entries'), bytes: sum('disk', 'bytes'), entryCap: null, byteCap: diskByteCap },
  ];
}
