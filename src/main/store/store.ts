import type { BarColumns } from '../../shared/bars.ts';
import type { ErrorReply } from '../../shared/app-error.ts';
import type { ErrorCode } from '../../shared/error-catalog.ts';
import type { Basis } from '../../shared/basis.ts';
import type { AlertCondition } from '../../shared/alert-condition.ts';
import type { AlertOutcome } from '../../shared/contract/alerts.ts';
import type { NewsItem } from '../../shared/contract/news.ts';
import type { ImportBatch, ImportOptions, Rejection } from '../../shared/contract/imports.ts';
import type { SettingValue } from '../../shared/contract/settings.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { InstrumentDraft } from '../../shared/instrument.ts';
import type { TradingDate, UtcMs } from '../../shared/time.ts';
import type { ChanLogReader, ChanLogWriter } from './chan-log-store.ts';
import type { FactsReader, FactsWriter } from './company-facts.ts';
import type { DeskReader, DeskWriter } from './desk-store.ts';
import type { ScanReader, ScanWriter } from './scan-store.ts';
import type { JobsReader, JobsWriter } from './jobs-store.ts';
import type { RefreshReader, RefreshWriter } from './refresh-store.ts';

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
  readonly flagged: { readonly filled: number; readonly range: number; readonly open: number; readonly revised: number; readonly amount: number };
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

/** An instrument's industry under a scheme, from a day (inclusive) until a day (exclusive); null where that is not known. */
export interface IndustryMembership {
  readonly instrument: number;
  /** Whose classification, e.g. `gics-sector`. */
  readonly scheme: string;
  readonly industry: string;
  readonly validFrom: TradingDate | null;
  readonly validUntil: TradingDate | null;
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

/** An alert as it is set up. */
export interface AlertSetup {
  readonly name: string;
  readonly symbol: string | null;
  /** Without a symbol: only those of this list. */
  readonly watchlist: number | null;
  readonly freq: Frequency;
  readonly condition: AlertCondition;
  readonly live: boolean;
  readonly cooldownMs: number;
}

export interface StoredAlert extends AlertSetup {
  readonly id: number;
  readonly enabled: boolean;
  readonly createdAt: UtcMs;
  readonly armedAt: UtcMs;
  readonly fired: number;
  readonly lastFiredAt: UtcMs | null;
}

/** How far an alert has come on one instrument (or source), and what keeps it from being judged there. */
export interface StoredAlertWatch {
  readonly alert: number;
  readonly subject: string;
  /** Time of the newest closed bar judged; -Infinity before any. */
  readonly seenUntil: number;
  /** Moment of the last fire; -Infinity before any. */
  readonly lastMoment: number;
  readonly problem: ErrorReply | null;
}

/** A line of the alert log. An alert has at most one for the same bar of the same subject. */
export interface NewAlertEvent {
  readonly alert: number;
  readonly subject: string;
  readonly time: number;
  readonly close: number;
  readonly firedAt: UtcMs;
  readonly live: boolean;
}

export interface StoredAlertEvent extends NewAlertEvent, AlertOutcome {
  readonly id: number;
}

/** The lines wanted, newest first. */
export interface AlertEventFilter {
  readonly alert: number | null;
  readonly subject: string | null;
  /** Lines with a lower id. */
  readonly before: number | null;
  readonly limit: number;
}

/** What one look at the alerts found; kept in one transaction. */
export interface AlertRun {
  readonly events: readonly NewAlertEvent[];
  readonly watches: readonly StoredAlertWatch[];
  readonly outcomes: readonly (AlertOutcome & { readonly event: number })[];
}

/** A piece of news as it is kept. */
export type StoredNews = NewsItem;
export type NewNews = Omit<NewsItem, 'id' | 'copies'>;

/** The news wanted, newest first: published after `from`, up to and including `until`. */
export interface NewsFilter {
  readonly from: UtcMs;
  readonly until: UtcMs;
  readonly symbol: string | null;
  readonly text: string | null;
  readonly topic: string | null;
  readonly mood: NewsItem['mood'];
  readonly important: boolean;
  readonly limit: number;
}

export interface NewsTitle {
  readonly id: number;
  readonly title: string;
  readonly publishedAt: UtcMs;
}

/** How a feed fared, and what it wants to hear to answer that nothing changed. */
export interface FeedState {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly succeededAt: UtcMs | null;
  readonly failure: { readonly at: UtcMs; readonly error: ErrorReply } | null;
}

/** The news that says the same: one that is stored, or one of the same run by its place in `items`. */
export type RepeatOf = { readonly kind: 'stored'; readonly id: number } | { readonly kind: 'new'; readonly index: number };

/** What one fetch of the feeds brought; kept in one transaction. */
export interface NewsRun {
  readonly items: readonly { readonly item: NewNews; readonly identity: string }[];
  /** Further identities of news that are there already. */
  readonly repeats: readonly { readonly identity: string; readonly of: RepeatOf }[];
  readonly feeds: readonly FeedState[];
}

export interface UniverseRequest<Name extends keyof BarColumns> {
  readonly freq: Frequency;
  readonly columns: readonly Name[];
  /** Only the newest bars of each series; null for all. */
  readonly trailing: number | null;
}

/**
 * Bars of many series behind each other, in memory that workers can share. Those of `series[i]` lie at `offsets[i]`
 * (inclusive) to `offsets[i + 1]` (exclusive) of each column.
 */
export interface Universe<Name extends keyof BarColumns> {
  readonly series: readonly Series[];
  readonly offsets: Int32Array;
  readonly columns: Pick<BarColumns, Name>;
}

/** Synchronous reads on this thread's own read-only connection. */
export interface StoreReader extends DeskReader, FactsReader, ScanReader, JobsReader, ChanLogReader, RefreshReader {
  instruments(): readonly Instrument[];
  /** By its key of today, else by the newest key it had before. */
  instrument(symbol: string): Instrument | null;
  series(): readonly Series[];
  seriesOf(instrument: number): readonly Series[];
  seriesById(id: number): Series | null;
  /** All bars of a series, BLOB and tail joined; the caller owns the columns. */
  bars(series: number): BarColumns;
  /** The asked columns of every series of a frequency. */
  universe<Name extends keyof BarColumns>(request: UniverseRequest<Name>): Universe<Name>;
  /** What changed since a version; null when nothing did. */
  changesSince(series: number, version: number): SeriesChange | null;
  actions(instrument: number): readonly CorporateAction[];
  memberships(): readonly IndustryMembership[];
  revisions(series: number): readonly BarRevision[];
  batches(): readonly ImportBatch[];
  rejections(batch: number, offset: number, limit: number): readonly Rejection[];
  settings(): ReadonlyMap<string, SettingValue>;
  /** Saved import options by name, as JSON values that the importer parses. */
  mappings(): ReadonlyMap<string, unknown>;
  news(filter: NewsFilter): readonly StoredNews[];
  newsTitles(from: UtcMs): readonly NewsTitle[];
  /** The identities among these that are known. */
  knownNews(identities: readonly string[]): ReadonlySet<string>;
  newsFeeds(): readonly FeedState[];
  alerts(): readonly StoredAlert[];
  alertWatches(): readonly StoredAlertWatch[];
  alertEvents(filter: AlertEventFilter): readonly StoredAlertEvent[];
  /** The newest lines whose outcome is not complete, at most 5,000. */
  openAlertEvents(): readonly StoredAlertEvent[];
  /** Grows with every commit that changes instruments or bars. */
  dataVersion(): number;
  /** When the file was last looked through for damage; null when never. */
  checkedAt(): UtcMs | null;
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
  readonly memberships?: readonly (Omit<IndustryMembership, 'instrument'> & { readonly symbol: string })[];
}

export interface WrittenBars {
  readonly imported: number;
  readonly unchanged: number;
}

export interface ChunkOutcome extends WrittenBars {
  /** In the order of the chunk. */
  readonly bySeries: readonly WrittenBars[];
}

export interface BatchSummary {
  readonly state: 'completed' | 'cancelled';
  readonly rows: number;
  readonly rejected: number;
}

/** Asynchronous writes, carried out one after another by the store worker. Each call is one transaction; it resolves when committed. */
export interface StoreWriter extends DeskWriter, FactsWriter, ScanWriter, JobsWriter, ChanLogWriter, RefreshWriter {
  beginImport(file: string, format: string, at: UtcMs): Promise<number>;
  /**
   * Merges bars: new times are added, equal values left alone, different ones replaced and kept as revisions. Takes the columns'
   * memory. A series may come several times in a batch, even within a chunk.
   */
  writeChunk(batch: number, chunk: ImportChunk, at: UtcMs): Promise<ChunkOutcome>;
  finishImport(batch: number, summary: BatchSummary): Promise<void>;
  undoImport(batch: number): Promise<{ readonly removed: number; readonly restored: number }>;
  setSetting(key: string, value: SettingValue): Promise<void>;
  resetSetting(key: string): Promise<void>;
  saveMapping(name: string, options: ImportOptions): Promise<void>;
  removeMapping(name: string): Promise<void>;
  /** Keeps fetched news; answers how many were added. */
  recordNews(run: NewsRun): Promise<number>;
  /** Adds an alert (id null) or changes one; it is armed from `at` on and forgets how far it had come. Answers its id. */
  saveAlert(id: number | null, setup: AlertSetup, at: UtcMs): Promise<number>;
  removeAlert(id: number): Promise<void>;
  /** Switches an alert on, armed from `at` on, or off. */
  enableAlert(id: number, enabled: boolean, at: UtcMs): Promise<void>;
  /** Keeps what a look at the alerts found. Answers the id of each event, null for a bar that the log has already. */
  recordAlerts(run: AlertRun): Promise<readonly (number | null)[]>;
  /** Lets every alert wait for bars that close after `at`: the store came back from a backup. */
  rearmAlerts(at: UtcMs): Promise<void>;
  /** Gives an instrument a new key from a day on (a rename, a move to another exchange); the old key still finds it. */
  rekeyInstrument(symbol: string, key: { readonly mic: string; readonly code: string }, from: TradingDate): Promise<void>;
  /** Moves row tails into their BLOBs where they have grown long, in steps that let other writes pass. */
  compact(): Promise<void>;
  /** Writes a checked copy of the store into its `backups` folder and prunes old ones; answers its path. */
  backup(): Promise<string>;
  /** Looks at every page, reference and checksum; answers what is wrong, nothing when all is well. */
  check(): Promise<readonly string[]>;
}

/** What was found damaged at the start and what stands there now. */
export interface Recovery {
  /** Where the damaged file lies; it is never deleted. */
  readonly movedTo: string;
  readonly reason: string;
  /** The backup that took its place and when it was made; null when there was none and the store began anew. */
  readonly backup: { readonly file: string; readonly at: UtcMs } | null;
}

export interface StoreHealth {
  /** Why nothing can be saved at the moment; null when all is well. Cleared by the next write that succeeds. */
  readonly problem: ErrorCode | null;
  readonly recovery: Recovery | null;
  readonly bytes: number;
  readonly walBytes: number;
}

export interface Store {
  readonly read: StoreReader;
  readonly write: StoreWriter;
  /** Called after each commit that changed instruments or bars. */
  onCommit(listener: (change: { readonly version: number; readonly symbols: readonly string[] | null }) => void): () => void;
  health(): StoreHealth;
  /** Finishes writes under way, checkpoints, closes. A second call waits for the first. */
  close(): Promise<void>;
}
