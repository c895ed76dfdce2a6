import type { AlertCondition } from '../../shared/alert-condition.ts';
import type { ErrorReply } from '../../shared/app-error.ts';
import type { AlertOutcome } from '../../shared/contract/alerts.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { UtcMs } from '../../shared/time.ts';

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

/** The alerts, how far they have come, and their log. */
export interface AlertsReader {
  alerts(): readonly StoredAlert[];
  alertWatches(): readonly StoredAlertWatch[];
  alertEvents(filter: AlertEventFilter): readonly StoredAlertEvent[];
  /** The newest lines whose outcome is not complete, at most 5,000. */
  openAlertEvents(): readonly StoredAlertEvent[];
}

export interface AlertsWriter {
  /** Adds an alert (id null) or changes one; it is armed from `at` on and forgets how far it had come. Answers its id. */
  saveAlert(id: number | null, setup: AlertSetup, at: UtcMs): Promise<number>;
  removeAlert(id: number): Promise<void>;
  /** Switches an alert on, armed from `at` on, or off. */
  enableAlert(id: number, enabled: boolean, at: UtcMs): Promise<void>;
  /** Keeps what a look at the alerts found. Answers the id of each event, null for a bar that the log has already. */
  recordAlerts(run: AlertRun): Promise<readonly (number | null)[]>;
  /** Lets every alert wait for bars that close after `at`: the store came back from a backup. */
  rearmAlerts(at: UtcMs): Promise<void>;
}
