import type { AppError } from '../../shared/app-error.ts';
import type { CacheLevelName, CacheRegionName } from '../../shared/contract/cache.ts';
import type { UtcMs } from '../../shared/time.ts';

/** What a source answers for a key. */
export interface Fetched<Value> {
  readonly value: Value;
  /** Who answered, e.g. `yahoo`. */
  readonly source: string;
}

/** A value with where it came from and how old it is. */
export interface CacheAnswer<Value> {
  readonly value: Value;
  /** `last-good`: too old to be used unasked, given because its source failed with `problem`. */
  readonly state: 'fresh' | 'stale' | 'last-good';
  readonly level: CacheLevelName | 'source';
  readonly source: string;
  readonly fetchedAt: UtcMs;
  readonly problem: AppError | null;
}

export interface CacheAnswers<Value> {
  readonly answers: ReadonlyMap<string, CacheAnswer<Value>>;
  /** Keys without any value, and why. */
  readonly failures: ReadonlyMap<string, AppError>;
}

export interface CacheRequest<Value> {
  readonly region: CacheRegionName;
  /** Up to 200 characters each. */
  readonly keys: readonly string[];
  /** The instrument of a key, where it has one. */
  readonly symbolOf?: (key: string) => string | null;
  /** Looks at what lay on disk; throwing means that it is of another shape, and it is fetched anew. */
  readonly parse: (value: unknown) => Value;
  /** Asks the source for keys that are not held; a key it leaves out has no value there. Values are JSON values. */
  readonly fetch: (keys: readonly string[], signal: AbortSignal) => Promise<ReadonlyMap<string, Fetched<Value>>>;
  /** Values of this age and older are fetched before they are answered, whatever their region says. */
  readonly maxAgeMs?: number | undefined;
}
