import { AppError } from '../../shared/app-error.ts';
import { cacheRegionNames, type CacheEntryRow, type CacheRegionName } from '../../shared/contract/cache.ts';
import type { Clock, Log } from '../ports.ts';
import { entryBytes, matches, type CacheEntry, type CacheFilter, type CacheUsage } from './cache-level.ts';
import { cacheAge } from './cache-region.ts';
import type { CacheAnswer, CacheAnswers, CacheRequest } from './cache-request.ts';
import { CacheStatisticsBook } from './cache-statistics.ts';
import type { GuardedLevel } from './guarded-level.ts';
import { isSaneTime } from './is-sane-time.ts';
import { SourceFlights } from './source-flights.ts';
import type { TimesOf } from './times-under.ts';

interface CacheOptions {
  readonly memory: GuardedLevel;
  readonly disk: GuardedLevel;
  readonly clock: Clock;
  readonly log: Log;
  readonly timesOf: TimesOf;
}

type LevelHealth = ReturnType<GuardedLevel['health']>;

/** A source that failed for a stale value is not asked again for it sooner. */
const retryMs = 30_000;

/**
 * Memory, then disk, then the source. A stale value is given at once and renewed behind; questions for one key run once; what a source
 * does not have, or fails to give, is answered by the last good value where there is one, marked and with its age.
 */
export class Cache {
  readonly statistics: CacheStatisticsBook;
  readonly #options: CacheOptions;
  readonly #flights: SourceFlights;
  readonly #retryAt = new Map<string, number>();

  constructor(options: CacheOptions) {
    this.#options = options;
    this.statistics = new CacheStatisticsBook(options.clock.now());
    this.#flights = new SourceFlights({ clock: options.clock, statistics: this.statistics, keep: (entries) => this.#keep(entries) });
  }

  async read<Value>({ key, ...request }: Omit<CacheRequest<Value>, 'keys'> & { readonly key: string }): Promise<CacheAnswer<Value>> {
    const { answers, failures } = await this.readMany({ ...request, keys: [key] });
    const answer = answers.get(key);
    if (answer === undefined) throw failures.get(key) ?? new AppError('cache.nothing', { key });
    return answer;
  }

  async readMany<Value>(request: CacheRequest<Value>): Promise<CacheAnswers<Value>> {
    const { region } = request;
    const now = this.#options.clock.now();
    const times = request.maxAgeMs === undefined ? this.#options.timesOf(region) : { softMs: request.maxAgeMs, hardMs: request.maxAgeMs };
    const answers = new Map<string, CacheAnswer<Value>>();
    const lastGood = new Map<string, Omit<CacheAnswer<Value>, 'state'>>();
    const missing: string[] = [];
    const stale: string[] = [];
    for (const key of new Set(request.keys)) {
      const found = this.#lookUp(request, key);
      const age = found === null ? 'expired' : cacheAge(found.fetchedAt, now, times);
      if (found !== null && age !== 'expired') answers.set(key, { ...found, state: age });
      else if (found !== null) lastGood.set(key, found);
      if (age === 'expired') missing.push(key);
      else if (age === 'stale') stale.push(key);
    }
    if (stale.length > 0) this.#renew(request, stale, now);
    const failures = new Map<string, AppError>();
    const asked = missing.length > 0 ? this.#flights.ask(request, missing) : new Map<string, Promise<CacheEntry>>();
    for (const [key, question] of asked) {
      try {
        const { value, source, fetchedAt } = await question;
        // What was just fetched under this key was fetched for the same region, whose values have one shape.
        answers.set(key, { value: value as Value, state: 'fresh', level: 'source', source, fetchedAt, problem: null });
      } catch (error) {
        const problem = this.#toAppError(error, region);
        const last = lastGood.get(key);
        if (last === undefined) failures.set(key, problem);
        else answers.set(key, { ...last, state: 'last-good', problem });
        if (last !== undefined) this.statistics.of(region).fallbacks += 1;
      }
    }
    return { answers, failures };
  }

  /** Puts values in that came along with something else. */
  put(entries: readonly Omit<CacheEntry, 'json'>[]): void {
    this.#keep(entries.map((entry) => ({ ...entry, json: JSON.stringify(entry.value) })));
  }

  /** Forgets what matches; answers how many entries there were. */
  clear(filter: CacheFilter): number {
    this.#flights.recall();
    const held = this.list(filter.region).filter((entry) => matches(entry, filter)).length;
    this.#options.memory.remove(filter);
    this.#options.disk.remove(filter);
    return held;
  }

  /** Every entry of a region, or of all, by key. */
  list(region: CacheRegionName | null): readonly CacheEntryRow[] {
    const { memory, disk, clock, timesOf } = this.#options;
    const rows = new Map<string, CacheEntryRow>();
    for (const level of [memory, disk]) {
      for (const head of level.entries(region)) {
        const id = `${head.region} ${head.key}`;
        const known = rows.get(id) ?? { ...head, age: cacheAge(head.fetchedAt, clock.now(), timesOf(head.region)), levels: [] };
        rows.set(id, { ...known, levels: [...known.levels, level.name] });
      }
    }
    return [...rows.values()].sort((a, b) => compare(a.region, b.region) || compare(a.key, b.key));
  }

  /** One entry as it is held, without counting as an answer; null when it is not. */
  peek(region: CacheRegionName, key: string): (CacheEntryRow & { readonly json: string }) | null {
    const { memory, disk, clock, timesOf } = this.#options;
    const held = [memory, disk].flatMap((level) => {
      const entry = level.get(region, key);
      return entry === null ? [] : [{ level: level.name, entry }];
    });
    const entry = held[0]?.entry;
    if (entry === undefined) return null;
    const { symbol, source, fetchedAt, json } = entry;
    return { region, key, symbol, source, fetchedAt, json, age: cacheAge(fetchedAt, clock.now(), timesOf(region)), bytes: entryBytes(entry), levels: held.map(({ level }) => level) };
  }

  /** Drops what is older than it is kept, unless the clock cannot be right. */
  sweep(): number {
    const { memory, disk, clock, log } = this.#options;
    const now = clock.now();
    const newest = Math.max(0, ...cacheRegionNames.flatMap((region) => [memory, disk].map((level) => level.usage(region).newestAt ?? 0)));
    if (!isSaneTime(now, newest)) {
      log.warn('cache.clock', { now, newest });
      return 0;
    }
    return memory.sweep(now) + disk.sweep(now);
  }

  timesOf(region: CacheRegionName): ReturnType<TimesOf> {
    const { softMs, hardMs } = this.#options.timesOf(region);
    return { softMs, hardMs };
  }

  /** What memory and disk hold of a region. */
  usage(region: CacheRegionName): readonly [memory: CacheUsage, disk: CacheUsage] {
    return [this.#options.memory.usage(region), this.#options.disk.usage(region)];
  }

  health(): readonly [memory: LevelHealth, disk: LevelHealth] {
    return [this.#options.memory.health(), this.#options.disk.health()];
  }

  close(): void {
    this.#flights.close();
    this.#options.memory.close();
    this.#options.disk.close();
  }

  #lookUp<Value>({ region, parse }: CacheRequest<Value>, key: string): Omit<CacheAnswer<Value>, 'state'> | null {
    const { memory, disk } = this.#options;
    const counts = this.statistics.of(region);
    const near = memory.get(region, key);
    if (near !== null) {
      counts.memory.hits += 1;
      return { value: near.value as Value, level: 'memory', source: near.source, fetchedAt: near.fetchedAt, problem: null };
    }
    counts.memory.misses += 1;
    const far = disk.get(region, key);
    if (far === null) {
      counts.disk.misses += 1;
      return null;
    }
    try {
      const value = parse(far.value);
      counts.disk.hits += 1;
      memory.put([{ ...far, value }]);
      return { value, level: 'disk', source: far.source, fetchedAt: far.fetchedAt, problem: null };
    } catch (error) {
      this.#options.log.warn('cache.shape', { region, key, problem: String(error).slice(0, 200) });
      counts.disk.misses += 1;
      return null;
    }
  }

  #renew<Value>(request: CacheRequest<Value>, keys: readonly string[], now: number): void {
    const { region } = request;
    this.statistics.of(region).stale += keys.length;
    const due = keys.filter((key) => Math.abs(now - (this.#retryAt.get(`${region} ${key}`) ?? -Infinity)) >= retryMs);
    if (due.length === 0) return;
    for (const key of due) this.#retryAt.set(`${region} ${key}`, now);
    for (const [key, question] of this.#flights.ask(request, due)) {
      question.then(
        () => void this.#retryAt.delete(`${region} ${key}`),
        (error: unknown) => this.#options.log.info('cache.renewal', { region, key, problem: this.#toAppError(error, region).code }),
      );
    }
  }

  #keep(entries: readonly CacheEntry[]): void {
    this.#options.memory.put(entries);
    this.#options.disk.put(entries);
  }

  #toAppError(error: unknown, region: CacheRegionName): AppError {
    if (error instanceof AppError) return error;
    this.#options.log.error('cache.source', { region, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return new AppError('cache.source', { problem: error instanceof Error ? error.message : String(error) }, { cause: error });
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
