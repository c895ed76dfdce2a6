import { AppError } from '../../shared/app-error.ts';
import type { Clock } from '../ports.ts';
import type { CacheEntry } from './cache-level.ts';
import type { CacheRequest } from './cache-request.ts';
import type { CacheStatisticsBook } from './cache-statistics.ts';

interface SourceFlightsOptions {
  readonly clock: Clock;
  readonly statistics: CacheStatisticsBook;
  /** Takes what was fetched, unless it has been recalled meanwhile. */
  readonly keep: (entries: readonly CacheEntry[]) => void;
}

/** Questions to the sources: those for one key run once, whoever asks. */
export class SourceFlights {
  readonly #options: SourceFlightsOptions;
  readonly #underWay = new Map<string, Promise<CacheEntry>>();
  readonly #stop = new AbortController();
  #generation = 0;

  constructor(options: SourceFlightsOptions) {
    this.#options = options;
  }

  /** A question for each key: that under way where there is one, else a part of one common new one. */
  ask<Value>(request: CacheRequest<Value>, keys: readonly string[]): ReadonlyMap<string, Promise<CacheEntry>> {
    const { region } = request;
    const fresh = keys.filter((key) => !this.#underWay.has(`${region} ${key}`));
    const question = fresh.length > 0 ? this.#fetch(request, fresh) : Promise.resolve(new Map<string, CacheEntry>());
    for (const key of fresh) {
      const id = `${region} ${key}`;
      const own = question.then((entries) => {
        const entry = entries.get(key);
        if (entry === undefined) throw new AppError('cache.nothing', { key });
        return entry;
      });
      this.#underWay.set(id, own);
      const forget = (): void => void this.#underWay.delete(id);
      own.then(forget, forget);
    }
    return new Map(keys.flatMap((key) => {
      const own = this.#underWay.get(`${region} ${key}`);
      return own === undefined ? [] : [[key, own] as const];
    }));
  }

  /** What is under way is answered but no longer kept: it was asked before what is held was removed. */
  recall(): void {
    this.#generation += 1;
  }

  /** Gives up what is under way. */
  close(): void {
    this.#stop.abort(new AppError('app.closing'));
  }

  async #fetch<Value>({ region, symbolOf, fetch }: CacheRequest<Value>, keys: readonly string[]): Promise<ReadonlyMap<string, CacheEntry>> {
    const { clock, statistics, keep } = this.#options;
    const counts = statistics.of(region);
    const generation = this.#generation;
    counts.fetches += 1;
    try {
      const fetched = await fetch(keys, this.#stop.signal);
      const fetchedAt = clock.now();
      const entries = [...fetched].map(([key, { value, source }]): CacheEntry => ({ region, key, symbol: symbolOf?.(key) ?? null, value, json: JSON.stringify(value), source, fetchedAt }));
      if (generation === this.#generation) keep(entries);
      return new Map(entries.map((entry) => [entry.key, entry]));
    } catch (error) {
      counts.failures += 1;
      throw error;
    }
  }
}
