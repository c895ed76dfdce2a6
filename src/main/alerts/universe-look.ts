import type { BarSource } from '../api/bar-source.ts';
import type { Clock } from '../ports.ts';
import type { AlertRun, StoredAlert, StoredAlertWatch } from '../store/alert-store.ts';
import type { Instrument } from '../store/store.ts';
import { judgeUniverse, type UniverseScan } from './universe-alerts.ts';

interface UniverseLookServices {
  readonly from: BarSource;
  readonly clock: Clock;
  /** Runs a rule over the universe, in another thread. */
  readonly scan: (rule: string) => Promise<UniverseScan | null>;
  /** Asks for another look, once one may scan again. */
  readonly lookLater: () => void;
}

interface UniverseAlerts {
  readonly alerts: readonly StoredAlert[];
  readonly instruments: readonly Instrument[];
  readonly watchOf: (alert: number, subject: string) => StoredAlertWatch | undefined;
  readonly isAbout: (alert: StoredAlert, symbol: string) => boolean;
}

/** A scan of the universe follows commits at most this often: a refresh commits in many batches. */
const scanEveryMs = 60_000;

/** Looks at the alerts that ask for the whole universe: once for each state of the data, and no more often than a scan may cost. */
export class UniverseLook {
  readonly #services: UniverseLookServices;
  #scanned = { version: -1, at: -Infinity };
  #cancelLater = (): void => undefined;

  constructor(services: UniverseLookServices) {
    this.#services = services;
  }

  /** What the alerts find; null when they have seen these data, or must wait. */
  async look({ alerts, instruments, watchOf, isAbout }: UniverseAlerts): Promise<AlertRun | null> {
    const { from, clock, scan, lookLater } = this.#services;
    const version = from.store.read.dataVersion();
    if (alerts.length === 0 || instruments.length === 0 || version === this.#scanned.version) return null;
    const waitMs = this.#scanned.at + scanEveryMs - clock.now();
    this.#cancelLater();
    if (waitMs > 0) {
      this.#cancelLater = clock.after(waitMs, lookLater);
      return null;
    }
    this.#scanned = { version, at: clock.now() };
    return judgeUniverse({ alerts, scan, instruments, isAbout, calendarById: from.calendarById, watchOf, now: clock.now() });
  }

  close(): void {
    this.#cancelLater();
  }
}
