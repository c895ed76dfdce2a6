import { AppError } from '../../shared/app-error.ts';
import { preferredSeries } from '../api/preferred-series.ts';
import type { Clock, Log } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { runUniverseWork } from '../universe-work/run-universe-work.ts';

interface ChanLogServices {
  readonly store: Store;
  readonly file: string;
  readonly workerUrl: URL;
  readonly clock: Clock;
  readonly log: Log;
}

/** Commits of one import follow each other; they are looked at together. */
const settleMs = 1_000;

/**
 * Keeps the first-seen logs of the Chan structure: of symbols in a watchlist, and of those whose log was asked for since the workspace
 * was opened, after each commit that touches them. What a log has to learn follows from the bars and from what is kept, each series is
 * written in one transaction, and work that was cut short is simply done again.
 */
export class ChanLogKeeper {
  readonly #services: ChanLogServices;
  readonly #opened = new Set<number>();
  readonly #stop = new AbortController();
  #due = new Set<number>();
  #cancelTimer: (() => void) | null = null;
  #work: Promise<void> = Promise.resolve();
  readonly #stopHearing: () => void;

  constructor(services: ChanLogServices) {
    this.#services = services;
    this.#stopHearing = services.store.onCommit(({ symbols }) => this.#hear(symbols));
  }

  /** Brings the log of a series up to date and follows it from now on. */
  async open(series: number): Promise<void> {
    this.#opened.add(series);
    await this.#update(new Set([series]));
  }

  async close(): Promise<void> {
    this.#stopHearing();
    this.#cancelTimer?.();
    this.#stop.abort(new AppError('app.closing'));
    await this.#work.catch(() => undefined);
  }

  #hear(symbols: readonly string[] | null): void {
    for (const series of this.#followed(symbols)) this.#due.add(series);
    if (this.#due.size === 0) return;
    this.#cancelTimer?.();
    this.#cancelTimer = this.#services.clock.after(settleMs, () => {
      const due = this.#due;
      this.#due = new Set();
      this.#update(due).catch((error: unknown) => {
        if (!this.#stop.signal.aborted) this.#services.log.error('chan-log', { error: String(error) });
      });
    });
  }

  #followed(symbols: readonly string[] | null): number[] {
    const { read } = this.#services.store;
    const touched = symbols === null ? null : new Set(symbols);
    const opened = [...this.#opened].filter((id) => touched === null || touched.has(this.#symbolOf(id)));
    const watched = new Set(read.watchlists().flatMap(({ members }) => members.map(({ symbol }) => symbol)));
    const listed = [...watched].filter((symbol) => touched === null || touched.has(symbol)).flatMap((symbol) => {
      const instrument = read.instrument(symbol);
      const series = instrument === null ? null : preferredSeries(read.seriesOf(instrument.id), '1d');
      return series === null ? [] : [series.id];
    });
    return [...opened, ...listed];
  }

  #symbolOf(series: number): string {
    const { read } = this.#services.store;
    const instrument = read.seriesById(series)?.instrument;
    return read.instruments().find(({ id }) => id === instrument)?.symbol ?? '';
  }

  /** One after the other: a log is read and written by one work at a time. */
  #update(series: ReadonlySet<number>): Promise<void> {
    const next = this.#work.catch(() => undefined).then(() => this.#learn([...series]));
    this.#work = next;
    return next;
  }

  async #learn(series: readonly number[]): Promise<void> {
    const { store, file, workerUrl, clock } = this.#services;
    const due = series.filter((id) => store.read.chanLog(id)?.version !== store.read.seriesById(id)?.version);
    if (due.length === 0) return;
    const { results } = await runUniverseWork({
      name: 'chan-logs', plan: { series: due }, file, workerUrl, threads: 1, signal: this.#stop.signal, onProgress: () => undefined,
    });
    for (const update of results) if (update !== null) await store.write.recordChanLog(update, clock.now());
  }
}
