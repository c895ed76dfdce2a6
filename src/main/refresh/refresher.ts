import { AppError } from '../../shared/app-error.ts';
import type { RefreshResult } from '../../shared/contract/refresh.ts';
import { exchangeByMic } from '../../shared/exchanges.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { InstrumentDraft } from '../../shared/instrument.ts';
import { symbolCandidates, symbolKey } from '../../shared/symbol-text.ts';
import { resolveInstrument } from '../api/resolve-symbol.ts';
import type { Instrument } from '../store/store.ts';
import type { TaskRunner } from '../tasks/task-runner.ts';
import type { RefreshContext, Wanted } from './refresh-context.ts';
import { runRefresh } from './run-refresh.ts';
import { sampleOrigins } from './sample-origins.ts';
import { summarizeRun } from './summarize-run.ts';
import type { LiveFolder } from './live-folder.ts';

export interface RefreshRequest {
  /** As people write them; null for every instrument that a source covers. */
  readonly symbols: readonly string[] | null;
  /** What is refreshed, in words. */
  readonly subject: string;
  readonly sources: readonly string[];
  readonly freq: Frequency;
  readonly resume: boolean;
}

/** The source that is no server: the folder that is watched for files. */
const folderSource = 'folder';

/** Starts refreshes, one at a time: a second caller joins the one under way. */
export class Refresher {
  readonly #context: RefreshContext;
  readonly #tasks: TaskRunner;
  readonly #folder: Pick<LiveFolder, 'bringIn'>;
  #running: string | null = null;

  constructor(context: RefreshContext, tasks: TaskRunner, folder: Pick<LiveFolder, 'bringIn'>) {
    this.#context = context;
    this.#folder = folder;
    this.#tasks = tasks;
  }

  /** The task under way, or a new one. Throws `network.offline`, `symbol.*`, `source.unknown` and `refresh.nothing`. */
  start(request: RefreshRequest): { readonly task: string; readonly joined: boolean } {
    if (this.#running !== null) return { task: this.#running, joined: true };
    if (this.#context.offline()) throw new AppError('network.offline');
    const { store, sources, clock } = this.#context;
    const last = store.read.refreshRuns()[0];
    const pending = last === undefined || last.state === 'completed' ? [] : store.read.refreshItems().filter((item) => item.run === last.id && item.state === 'pending');
    if (request.resume && (last === undefined || pending.length === 0)) throw new AppError('refresh.nothing');
    const resumed = request.resume && last !== undefined ? last : null;
    const named = resumed?.sources ?? request.sources;
    const chosen = named.filter((name) => name !== folderSource).map((name) => sources.byName(name));
    const asksFolder = resumed === null && (named.includes(folderSource) || (named.length === 0 && request.symbols === null));
    const wanted = resumed === null ? this.#wanted(request) : pending.flatMap(({ symbol, freq }) => this.#named(symbol, freq));
    const task = this.#tasks.start('refresh', resumed?.subject ?? request.subject, async (reporter): Promise<RefreshResult> => {
      try {
        const run = resumed?.id ?? (await store.write.beginRefresh({ subject: request.subject, sources: request.sources }, wanted, clock.now()));
        if (resumed !== null) await store.write.resumeRefresh(run);
        const doneBefore = resumed === null ? 0 : store.read.refreshItems().filter((item) => item.run === run).length - pending.length;
        const folder = asksFolder ? await this.#folder.bringIn(reporter.signal) : null;
        await runRefresh(this.#context, { run, wanted, chosen, doneBefore }, reporter);
        const sampled = await sampleOrigins(this.#context, { run, chosen }, reporter.signal);
        return { ...this.#result(run), sampled, folder };
      } finally {
        this.#running = null;
      }
    });
    this.#running = task.id;
    return { task: task.id, joined: false };
  }

  #result(run: number): RefreshResult {
    const { read } = this.#context.store;
    const found = read.refreshRuns().find(({ id }) => id === run);
    if (found === undefined) throw new Error(`no refresh run ${run}`);
    return summarizeRun(found, read.refreshItems());
  }

  #wanted({ symbols, sources, freq }: RefreshRequest): Wanted[] {
    const { store, sources: all } = this.#context;
    if (sources.length > 0 && sources.every((name) => name === folderSource)) return [];
    if (symbols !== null) return [...new Map(symbols.flatMap((text) => this.#named(text, freq)).map((one) => [one.symbol, one])).values()];
    const covers = (instrument: Instrument): boolean =>
      sources.length > 0 ? sources.some((name) => name !== folderSource && all.byName(name).provider.covers(instrument)) : all.forInstrument(instrument).length > 0;
    return store.read.instruments().filter((one) => one.delistedOn === null && covers(one)).map((instrument) => ({ symbol: instrument.symbol, instrument, freq }));
  }

  /** An instrument of the store, or one that its text alone settles. */
  #named(text: string, freq: Frequency): Wanted[] {
    const instruments = this.#context.store.read.instruments();
    try {
      const instrument = resolveInstrument(text, instruments);
      return [{ symbol: instrument.symbol, instrument, freq }];
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'symbol.unknown') throw error;
      const named = symbolCandidates(text);
      // A ticker of letters alone is taken for an American one; the source's own symbol and currency must agree.
      const [candidate, second] = named.length > 0 ? named : symbolCandidates(text, { market: 'US' });
      if (candidate === undefined) throw new AppError('symbol.market', { text });
      if (second !== undefined) throw new AppError('symbol.ambiguous', { text, candidates: named.map(symbolKey).join(', ') });
      const exchange = exchangeByMic(candidate.mic);
      const index = /\.(SH|SZ|BJ)$/.test(candidate.code) && candidate.mic === 'INDEX';
      const instrument: InstrumentDraft = {
        ...candidate, nameEn: null, nameZh: null,
        currency: candidate.currency ?? exchange?.currency ?? null,
        zone: index ? 'Asia/Shanghai' : (exchange?.zone ?? 'UTC'),
        calendar: index ? 'XSHG' : (exchange?.calendar ?? null),
      };
      return [{ symbol: symbolKey(candidate), instrument, freq }];
    }
  }
}
