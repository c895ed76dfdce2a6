import type { BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import type { ImportBatch, Rejection } from '../../shared/contract/imports.ts';
import type { SettingValue } from '../../shared/contract/settings.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { InstrumentDraft } from '../../shared/instrument.ts';
import type { TradingDate, UtcMs } from '../../shared/time.ts';

/** An instrument as stored. */
export interface Instrument extends InstrumentDraft {
  readonly id: number;
  /** `MIC:CODE`. */
  readonly symbol: string;
  /** Pinyin initials of `nameZh`, lower case. */
  readonly pinyin: string | null;
  readonly board: string | null;
  readonly tickSize: number | null;
  readonly lotSize: number | null;
  readonly listedOn: TradingDate | null;
  readonly delistedOn: TradingDate | null;
}

/** One series: bases and origins never mix in it. */
export interface Series {
  readonly id: number;
  readonly instrument: number;
  readonly freq: Frequency;
  readonly origin: string;
  readonly basis: Basis;
  readonly bars: number;
  /** First and last value of the time column; NaN when empty. */
  readonly firstTime: number;
  readonly lastTime: number;
  readonly lastClose: number;
  readonly previousClose: number;
  readonly lastVolume: number;
  readonly version: number;
  readonly source: string;
  readonly fetchedAt: UtcMs;
  readonly flagged: { readonly filled: number; readonly range: number; readonly open: number; readonly revised: number };
}

/** How a series changed after a version: bars before `fromIndex` are as they were. */
export interface SeriesChange {
  readonly version: number;
  readonly mode: 'full' | 'append' | 'replace';
  readonly fromIndex: number;
}

export interface CorporateAction {
  readonly instrument: number;
  readonly kind: 'split' | 'dividend' | 'rights';
  readonly exDate: TradingDate;
  readonly announcedAt: UtcMs | null;
  /** Split: new shares per old. Dividend: cash per share in the instrument's currency. Rights: new shares per old. */
  readonly value: number;
  /** Rights: subscription price. */
  readonly price: number | null;
  readonly source: string;
}

export interface BarRevision {
  readonly series: number;
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
  readonly amount: number;
  readonly flags: number;
  /** When the replaced values became known, and when they were replaced. */
  readonly knownFrom: UtcMs;
  readonly knownUntil: UtcMs;
}

/** Synchronous reads on this thread's own read-only connection. */
export interface StoreReader {
  instruments(): readonly Instrument[];
  instrument(symbol: string): Instrument | null;
  series(): readonly Series[];
  seriesOf(instrument: number): readonly Series[];
  seriesById(id: number): Series | null;
  /** All bars of a series, BLOB and tail joined; the caller owns the columns. */
  bars(series: number): BarColumns;
  /** What changed since a version; null when nothing did. */
  changesSince(series: number, version: number): SeriesChange | null;
  actions(instrument: number): readonly CorporateAction[];
  revisions(series: number): readonly BarRevision[];
  batches(): readonly ImportBatch[];
  rejections(batch: number, offset: number, limit: number): readonly Rejection[];
  settings(): ReadonlyMap<string, SettingValue>;
  /** Grows with every commit that changes instruments or bars. */
  dataVersion(): number;
  close(): void;
}

/** The bars of one series in a chunk of an import. Times strictly increase. */
export interface SeriesChunk {
  readonly instrument: InstrumentDraft;
  readonly freq: Frequency;
  readonly origin: string;
  readonly basis: Basis;
  readonly columns: BarColumns;
}

export interface ImportChunk {
  readonly series: readonly SeriesChunk[];
  readonly actions: readonly (Omit<CorporateAction, 'instrument'> & { readonly symbol: string })[];
  readonly rejections: readonly Rejection[];
}

export interface ChunkOutcome {
  readonly imported: number;
  readonly unchanged: number;
}

export interface BatchSummary {
  readonly state: 'completed' | 'cancelled';
  readonly rows: number;
  readonly rejected: number;
}

/** Asynchronous writes, carried out one after another by the store worker. Each call is one transaction; it resolves when committed. */
export interface StoreWriter {
  beginImport(file: string, format: string, at: UtcMs): Promise<number>;
  /** Merges bars: new times are added, equal values left alone, different ones replaced and kept as revisions. Takes the columns' memory. */
  writeChunk(batch: number, chunk: ImportChunk, at: UtcMs): Promise<ChunkOutcome>;
  finishImport(batch: number, summary: BatchSummary): Promise<void>;
  undoImport(batch: number): Promise<{ readonly removed: number; readonly restored: number }>;
  setSetting(key: string, value: SettingValue): Promise<void>;
  resetSetting(key: string): Promise<void>;
  /** Moves row tails into their BLOBs where they have grown long. */
  compact(): Promise<void>;
}

export interface Store {
  readonly read: StoreReader;
  readonly write: StoreWriter;
  /** Called after each commit that changed instruments or bars. */
  onCommit(listener: (change: { readonly version: number; readonly symbols: readonly string[] | null }) => void): () => void;
  /** Finishes writes under way, checkpoints, closes. */
  close(): Promise<void>;
}
