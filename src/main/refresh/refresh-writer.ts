import type { RefreshItem, RefreshWrite } from '../store/refresh-store.ts';
import type { ImportChunk } from '../store/import-store.ts';
import type { RefreshContext } from './refresh-context.ts';
import type { Fetched } from './fetch-source.ts';
import type { SymbolOutcome } from './refresh-symbol.ts';

/**
 * Commits what a refresh gathers, a batch at a time: the bars of up to so many symbols together with their standing, in one transaction
 * an origin. What was committed stands, whatever happens next; what was not is asked for again.
 */
export class RefreshWriter {
  readonly #context: RefreshContext;
  readonly #batches = new Map<string, { readonly id: number; rows: number; rejected: number }>();
  #gathered: SymbolOutcome[] = [];
  #last: Promise<void> = Promise.resolve();

  constructor(context: RefreshContext) {
    this.#context = context;
  }

  /** Takes an outcome; waits while a batch is being written. */
  async add(outcome: SymbolOutcome, batchSize: number): Promise<void> {
    this.#gathered.push(outcome);
    if (this.#gathered.length >= batchSize) await this.flush();
  }

  /** Writes what was gathered. */
  flush(): Promise<void> {
    const outcomes = this.#gathered;
    this.#gathered = [];
    // One after another: a failed write must not let the next one pass for whole.
    this.#last = this.#last.then(() => this.#write(outcomes));
    return this.#last;
  }

  /** Closes the import batches of the run. */
  async finish(state: 'completed' | 'cancelled'): Promise<void> {
    for (const { id, rows, rejected } of this.#batches.values()) await this.#context.store.write.finishImport(id, { state, rows, rejected });
  }

  async #write(outcomes: readonly SymbolOutcome[]): Promise<void> {
    if (outcomes.length === 0) return;
    const { store, clock } = this.#context;
    const byOrigin = Map.groupBy(outcomes.flatMap(({ fetched, wanted }) => fetched.filter(isNews).map((one) => ({ one, wanted }))), ({ one }) => one.origin);
    const items = outcomes.map(({ item }): RefreshItem => item);
    const compared = outcomes.flatMap(({ wanted, fetched, differences }) =>
      fetched.filter(isNews).map(({ origin }) => ({ symbol: wanted.symbol, freq: wanted.freq, origin, differences: differences.filter((one) => one.origin === origin) })),
    );
    const writes: RefreshWrite[] = [];
    for (const [origin, parts] of byOrigin) {
      const batch = await this.#batchOf(origin);
      const chunk: ImportChunk = {
        series: parts.map(({ one, wanted }) => ({ instrument: one.instrument, freq: wanted.freq, origin, basis: one.basis, columns: one.columns })),
        actions: parts.flatMap(({ one, wanted }) => one.actions.map((action) => ({ ...action, symbol: wanted.symbol, announcedAt: null, price: null, source: origin }))),
        rejections: parts.flatMap(({ one, wanted }) => Object.entries(one.rejected).map(([rule, count]) => ({ line: 0, rule, text: `${wanted.symbol}: ${count}` }))),
      };
      batch.rows += parts.reduce((sum, { one }) => sum + one.columns.time.length, 0);
      batch.rejected += chunk.rejections.length;
      writes.push({ batch: batch.id, chunk, items: [], compared: [] });
    }
    // The standing goes with the last of the bars: a symbol is never noted as done before all of them are in.
    const last = writes.pop() ?? { batch: null, chunk: { series: [], actions: [], rejections: [] }, items: [], compared: [] };
    for (const write of [...writes, { ...last, items, compared }]) await store.write.writeRefresh(write, clock.now());
  }

  async #batchOf(origin: string): Promise<{ readonly id: number; rows: number; rejected: number }> {
    const open = this.#batches.get(origin);
    if (open !== undefined) return open;
    const { store, sources, clock } = this.#context;
    const batch = { id: await store.write.beginImport(sources.byName(origin).facts.title, 'refresh', clock.now()), rows: 0, rejected: 0 };
    this.#batches.set(origin, batch);
    return batch;
  }
}

function isNews({ columns }: Fetched): boolean {
  return columns.time.length > 0;
}
