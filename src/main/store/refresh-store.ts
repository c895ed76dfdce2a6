import type { ErrorReply } from '../../shared/app-error.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { ImportChunk } from './import-store.ts';

/** One refresh: what was asked for and how far it came. */
export interface RefreshRun {
  readonly id: number;
  /** What was refreshed, in words: `all`, a list's name, or symbols. */
  readonly subject: string;
  /** The sources it was limited to; empty for the order of each market. */
  readonly sources: readonly string[];
  readonly state: 'running' | 'completed' | 'interrupted';
  readonly startedAt: UtcMs;
  readonly endedAt: UtcMs | null;
}

/** What one source answered to a symbol, when it did not deliver. */
export interface TriedSource {
  readonly source: string;
  readonly error: ErrorReply;
}

/** How a symbol's bars fared in the last refresh that asked for them. */
export interface RefreshItem {
  readonly symbol: string;
  readonly freq: Frequency;
  readonly run: number;
  /** `current`: nothing newer can exist. `stale`: no source has the newest session. */
  readonly state: 'pending' | 'current' | 'stale' | 'failed';
  /** The source that delivered; null where none did. */
  readonly origin: string | null;
  readonly tried: readonly TriedSource[];
  readonly added: number;
  readonly revised: number;
  /** Whether the whole history was fetched again because a split moved its prices. */
  readonly rebased: boolean;
  /** Sessions within the history without a bar which the source was asked for and does not have. */
  readonly gaps: number;
  readonly at: UtcMs | null;
}

/** A day on which two origins of an instrument differ by more than rounding. */
export interface OriginDifference {
  readonly symbol: string;
  readonly freq: Frequency;
  readonly origin: string;
  readonly other: string;
  readonly time: number;
  readonly close: number;
  readonly otherClose: number;
  readonly noticedAt: UtcMs;
}

/** What one batch of a refresh brought; kept in one transaction. */
export interface RefreshWrite {
  /** The import batch the chunk goes under; null when there are no bars. */
  readonly batch: number | null;
  readonly chunk: ImportChunk;
  readonly items: readonly RefreshItem[];
  /** Takes the place of what was noted before for the symbol, frequency and origin of each entry. */
  readonly compared: readonly { readonly symbol: string; readonly freq: Frequency; readonly origin: string; readonly differences: readonly OriginDifference[] }[];
}

export interface RefreshReader {
  /** Newest first. */
  refreshRuns(): readonly RefreshRun[];
  /** The latest standing of every symbol ever asked for. */
  refreshItems(): readonly RefreshItem[];
  /** Whether the latest refresh that asked for a symbol's bars got them from no source. */
  refreshFailed(symbol: string, freq: Frequency): boolean;
  originDifferences(): readonly OriginDifference[];
}

export interface RefreshWriter {
  /** Begins a run with its symbols pending; a run that was under way counts as interrupted. Answers its id. */
  beginRefresh(run: Pick<RefreshRun, 'subject' | 'sources'>, symbols: readonly { readonly symbol: string; readonly freq: Frequency }[], at: UtcMs): Promise<number>;
  /** Takes an interrupted run up again. */
  resumeRefresh(run: number): Promise<void>;
  writeRefresh(write: RefreshWrite, at: UtcMs): Promise<void>;
  endRefresh(run: number, state: 'completed' | 'interrupted', at: UtcMs): Promise<void>;
}
