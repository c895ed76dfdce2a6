import type { Bar } from '../../shared/bar.ts';
import type { BarColumns } from '../../shared/bars.ts';
import type { ErrorCode } from '../../shared/error-catalog.ts';
import type { Basis } from '../../shared/basis.ts';
import type { SettingValue } from '../../shared/contract/settings.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { InstrumentDraft } from '../../shared/instrument.ts';
import type { TradingDate, UtcMs } from '../../shared/time.ts';
import type { AlertsReader, AlertsWriter } from './alert-store.ts';
import type { ChanLogReader, ChanLogWriter } from './chan-log-store.ts';
import type { FactsReader, FactsWriter } from './company-facts.ts';
import type { CorporateAction } from './corporate-action.ts';
import type { DeskReader, DeskWriter } from './desk-store.ts';
import type { ImportsReader, ImportsWriter } from './import-store.ts';
import type { IndustryMembership } from './industry-membership.ts';
import type { JobsReader, JobsWriter } from './jobs-store.ts';
import type { NewsReader, NewsWriter } from './news-store.ts';
import type { RefreshReader, RefreshWriter } from './refresh-store.ts';
import type { ScanReader, ScanWriter } from './scan-store.ts';

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
  /** What the newest change is told from: the close of the bar before, of intraday bars the last close of the day before. */
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

/** A bar as it was until it was corrected. */
export interface BarRevision extends Bar {
  readonly series: number;
  readonly flags: number;
  /** When the replaced values became known, and when they were replaced. */
  readonly knownFrom: UtcMs;
  readonly knownUntil: UtcMs;
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
export interface StoreReader extends ImportsReader, AlertsReader, NewsReader, DeskReader, FactsReader, ScanReader, JobsReader, ChanLogReader, RefreshReader {
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
  settings(): ReadonlyMap<string, SettingValue>;
  /** Grows with every commit that changes instruments or bars. */
  dataVersion(): number;
  /** When the file was last looked through for damage; null when never. */
  checkedAt(): UtcMs | null;
  close(): void;
}

/** Asynchronous writes, carried out one after another by the store worker. Each call is one transaction; it resolves when committed. */
export interface StoreWriter extends ImportsWriter, AlertsWriter, NewsWriter, DeskWriter, FactsWriter, ScanWriter, JobsWriter, ChanLogWriter, RefreshWriter {
  setSetting(key: string, value: SettingValue): Promise<void>;
  resetSetting(key: string): Promise<void>;
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
