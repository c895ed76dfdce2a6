import type { FirstSeenEntry } from '../../analysis/chan/first-seen-log.ts';
import type { Basis } from '../../shared/basis.ts';
import type { UtcMs } from '../../shared/time.ts';

/**
 * When elements of the Chan structure of a series were seen first, became final or vanished, in times of bars. It holds for one basis and
 * one version of its factors: a series whose early prices were put on another basis starts another log, so re-basing is no movement.
 */
export interface ChanLog {
  readonly series: number;
  readonly basis: Basis;
  /** Counts from 0; one more each time the series was re-based. */
  readonly factorVersion: number;
  /** The bar by which re-basing is told: the series' first one when the log began, and its close. */
  readonly anchorTime: number;
  readonly anchorClose: number;
  /** The newest bar and the version of the series that the log knows. */
  readonly knownTo: number;
  readonly version: number;
  readonly entries: readonly FirstSeenEntry[];
}

/** New and changed entries of a log; they and the log's head are written together. */
export type ChanLogUpdate = ChanLog;

export interface ChanLogReader {
  /** The log of the newest factor version; null where none was kept. */
  chanLog(series: number): ChanLog | null;
}

export interface ChanLogWriter {
  /** Writes the head of a log and its new or changed entries; those not named stay. */
  recordChanLog(update: ChanLogUpdate, at: UtcMs): Promise<void>;
}
