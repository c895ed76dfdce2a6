import { AppError } from '../../shared/app-error.ts';
import type { UtcMs } from '../../shared/time.ts';
import { writeBackup } from './backup.ts';
import { cleanUp } from './clean-up.ts';
import { removeOld } from './remove-old.ts';
import type { Connection } from './connect.ts';
import { findProblems } from './integrity.ts';
import { KnownSeries } from './known-series.ts';
import { loadPinyinInitials } from './pinyin-initials.ts';
import { portfolioOperations } from './portfolio-operations.ts';
import { compactBars } from './series-bars.ts';
import { unpackChunk, type PackedChunk } from './pack-chunk.ts';
import type { RefreshWrite } from './refresh-store.ts';
import type { StoreWriter } from './store.ts';
import { openTables } from './tables/tables.ts';
import { undoImport } from './undo-import.ts';
import { watchlistOperations } from './watchlist-operations.ts';
import { writeFacts } from './write-facts.ts';
import { writeChunk, type WrittenChunk } from './write-chunk.ts';

export interface Commit {
  readonly version: number;
  /** The instruments concerned; null for any. */
  readonly symbols: readonly string[] | null;
}

/** What an operation answers, and what instruments or bars it changed. */
export interface Answer<Value> {
  readonly value: Value;
  readonly commit: Commit | null;
}

/** What an operation is given: that of the writer, its chunk packed. */
type Given<Name extends keyof StoreWriter> = Name extends 'writeChunk'
  ? [batch: number, chunk: PackedChunk, at: UtcMs]
  : Name extends 'writeRefresh'
    ? [write: Omit<RefreshWrite, 'chunk'> & { readonly chunk: PackedChunk }, at: UtcMs]
    : Parameters<StoreWriter[Name]>;

type WriterOperations = {
  readonly [Name in Exclude<keyof StoreWriter, 'compact' | 'backup' | 'check'>]: (
    ...given: Given<Name>
  ) => Answer<Awaited<ReturnType<StoreWriter[Name]>>> | Promise<Answer<Awaited<ReturnType<StoreWriter[Name]>>>>;
};

/** What the store worker does on request: each write is one transaction. */
export interface StoreOperations extends WriterOperations {
  /** Compacts some of the series after an id; answers the id to go on from, null at the end. */
  compactStep(afterId: number): Answer<number | null>;
  backup(at: UtcMs): Promise<Answer<string>>;
  check(at: UtcMs): Answer<readonly string[]>;
  /** Moves the write-ahead log into the file and empties it. */
  checkpoint(): Answer<void>;
}

/** A tail shorter than this is left alone: reading it costs less than rewriting the BLOB. */
const compactedTailRows = 32;
/** Keeps a compaction's transaction under 25 ms. */
const compactedSeriesPerStep = 32;

export function storeOperations(database: Connection): StoreOperations {
  const tables = openTables(database);
  const known = new KnownSeries();
  const lists = watchlistOperations(tables);
  const portfolios = portfolioOperations(tables);
  const plain = <Value>(value: Value): Answer<Value> => ({ value, commit: null });
  /** For writes that leave instruments and series as they are. */
  const besideSeries = <Value>(work: () => Value): Value => database.transaction(work).immediate();
  const inTransaction = <Value>(work: () => Value): Value => {
    known.clear();
    return besideSeries(work);
  };
  const pinyinFor = async (chunk: PackedChunk): Promise<(name: string) => string> => {
    const chinese = chunk.series.some((part) => part.instrument.nameZh !== null);
    return chinese ? loadPinyinInitials() : (name) => name;
  };
  const writeNext = (batch: number, packed: PackedChunk, at: UtcMs, pinyin: (name: string) => string, besides = () => {}): WrittenChunk => {
    const chunk = unpackChunk(packed);
    try {
      return database
        .transaction(() => {
          besides();
          return writeChunk(tables, known, batch, chunk, at, pinyin);
        })
        .immediate();
    } catch (error) {
      known.clear();
      throw error;
    }
  };

  return {
    beginImport: (file, format, at) => plain(besideSeries(() => tables.batches.begin(file, format, at))),
    writeChunk: async (batch, chunk, at) => {
      const { outcome, commit } = writeNext(batch, chunk, at, await pinyinFor(chunk));
      return { value: outcome, commit };
    },
    finishImport: (batch, summary) => plain(besideSeries(() => tables.batches.finish(batch, summary))),
    undoImport: (batch) => {
      const { version, ...undone } = inTransaction(() => undoImport(tables, batch));
      return { value: undone, commit: version === null ? null : { version, symbols: null } };
    },
    setSetting: (key, value) => plain(inTransaction(() => tables.settings.put(key, value))),
    resetSetting: (key) => plain(inTransaction(() => tables.settings.remove(key))),
    saveMapping: (name, options) => plain(inTransaction(() => tables.mappings.put(name, options))),
    removeMapping: (name) => plain(inTransaction(() => tables.mappings.remove(name))),
    recordNews: (run) => plain(inTransaction(() => tables.news.record(run))),
    saveAlert: (id, setup, at) => plain(inTransaction(() => tables.alerts.save(id, setup, at))),
    removeAlert: (id) => plain(inTransaction(() => tables.alerts.remove(id))),
    enableAlert: (id, enabled, at) => plain(inTransaction(() => tables.alerts.enable(id, enabled, at))),
    recordAlerts: (run) => plain(inTransaction(() => tables.alerts.record(run))),
    rearmAlerts: (at) => plain(inTransaction(() => tables.alerts.rearm(at))),
    rekeyInstrument: (symbol, { mic, code }, from) =>
      inTransaction(() => {
        const instrument = tables.instruments.bySymbol(symbol);
        if (instrument === null) throw new AppError('store.symbolUnknown', { symbol });
        if (tables.instruments.byKey(mic, code) !== null) throw new AppError('store.symbolTaken', { symbol: `${mic}:${code}` });
        tables.instruments.rekey(instrument.id, mic, code, from);
        tables.portfolios.rekey(instrument.symbol, `${mic}:${code}`);
        tables.watchlists.rekey(instrument.symbol, `${mic}:${code}`);
        const version = tables.state.dataVersion() + 1;
        tables.state.setDataVersion(version);
        return { value: undefined, commit: { version, symbols: [symbol, `${mic}:${code}`] } };
      }),
    writeFacts: (batch, facts, at) => {
      const { outcome, commit } = inTransaction(() => writeFacts(tables, batch, facts, at));
      return { value: outcome, commit };
    },
    savePortfolio: (draft, at) => plain(inTransaction(() => portfolios.save(draft, at))),
    removePortfolio: (id) => plain(inTransaction(() => portfolios.remove(id))),
    saveWatchlist: (draft) => plain(inTransaction(() => lists.save(draft))),
    removeWatchlist: (id) => plain(inTransaction(() => lists.remove(id))),
    orderWatchlists: (ids) => plain(inTransaction(() => lists.order(ids))),
    addToWatchlist: (id, members) => plain(inTransaction(() => lists.add(id, members))),
    importWatchlist: (list) => plain(inTransaction(() => lists.import(list))),
    dropFromWatchlist: (id, symbols) => plain(inTransaction(() => lists.drop(id, symbols))),
    recordChanLog: (update, at) => plain(inTransaction(() => tables.chanLogs.record(update, at))),
    saveScanRule: (rule) => plain(inTransaction(() => tables.scans.save(rule))),
    removeScanRule: (name) => plain(inTransaction(() => tables.scans.remove(name))),
    keepScanRuns: (runs, at) => plain(inTransaction(() => runs.forEach((run) => tables.scans.keep(run, at)))),
    cleanUp: (before, dryRun) => plain(cleanUp(database, before, dryRun)),
    saveJobState: (state) => plain(inTransaction(() => tables.jobs.putState(state))),
    saveJobRun: (run, state) =>
      plain(inTransaction(() => {
        tables.jobs.addRun(run);
        tables.jobs.putState(state);
      })),
    removeOld: (before) => plain(inTransaction(() => removeOld(database, before))),
    saveAnalyses: (records) => plain(inTransaction(() => records.filter((record) => tables.analyses.put(record)).length)),
    beginRefresh: (run, symbols, at) => plain(inTransaction(() => tables.refresh.begin(run, symbols, at))),
    resumeRefresh: (run) => plain(inTransaction(() => tables.refresh.resume(run))),
    writeRefresh: async (write, at) => {
      const { batch, chunk } = write;
      if (batch === null) return plain(inTransaction(() => tables.refresh.record(write)));
      const { commit } = writeNext(batch, chunk, at, await pinyinFor(chunk), () => tables.refresh.record(write));
      return { value: undefined, commit };
    },
    endRefresh: (run, state, at) => plain(inTransaction(() => tables.refresh.end(run, state, at))),
    compactStep: (afterId) =>
      inTransaction(() => {
        const ids = tables.series.withTail(compactedTailRows, afterId, compactedSeriesPerStep);
        for (const id of ids) {
          const record = tables.series.byId(id);
          if (record !== null) compactBars(tables, record);
        }
        return plain(ids.length < compactedSeriesPerStep ? null : (ids.at(-1) ?? null));
      }),
    backup: async (at) => plain(await writeBackup(database, 'regular', at)),
    check: (at) => {
      const problems = findProblems(database);
      inTransaction(() => tables.state.setCheckedAt(at));
      return plain(problems);
    },
    checkpoint: () => {
      database.pragma('wal_checkpoint(TRUNCATE)');
      return plain(undefined);
    },
  };
}
