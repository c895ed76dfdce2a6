import type { StoreReader } from '../store/store.ts';

/** What a work has read, once and for all its threads. */
interface PreparedWork<Shared, Summary> {
  /** Reaches every thread by structured clone: large columns belong into shared memory (`StoreReader.universe` puts them there). */
  readonly shared: Shared;
  /** Told to the caller beside the results, e.g. the symbol of each item. */
  readonly summary: Summary;
  /** How many items there are to work on. */
  readonly count: number;
}

/**
 * Work on many symbols that runs in worker threads: a scan, a rule over all symbols, the newest figures of a universe. Add one under
 * `works/`, name it in `universe-works.ts` and start it with `runUniverseWork`, usually inside a task.
 *
 * `Plan` and `Result` are plain data. What needs the whole cross-section (ranks, models) belongs into `prepare`; what is done symbol by
 * symbol into the function that `open` gives. A work that is all cross-section answers it in `summary` with a `count` of 0.
 */
export interface UniverseWork<Plan, Shared, Summary, Result> {
  /** Reads what is needed; runs once, in a worker with a read-only connection of its own. */
  prepare(plan: Plan, read: StoreReader): PreparedWork<Shared, Summary>;
  /** Readies one thread; the function it gives answers items `first` (inclusive) to `last` (exclusive), one result each. */
  open(plan: Plan, shared: Shared): (first: number, last: number) => readonly Result[];
}
