import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AppEvent } from '../../shared/contract/event.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { BarSource } from '../api/bar-source.ts';
import type { Clock, Log } from '../ports.ts';
import type { AlertRun, NewAlertEvent, StoredAlert, StoredAlertWatch } from '../store/alert-store.ts';
import { dataTrouble, type FailedSource } from './data-trouble.ts';
import { judgeInstrument } from './judge-instrument.ts';
import { asksUniverse, type UniverseScan } from './universe-alerts.ts';
import { UniverseLook } from './universe-look.ts';

/** What has just fired. */
export interface FiredAlert {
  readonly alert: StoredAlert;
  readonly event: NewAlertEvent;
}

interface AlertServices {
  readonly from: BarSource;
  readonly clock: Clock;
  readonly log: Log;
  /** Runs a rule over the universe, in another thread. */
  readonly scan: (rule: string) => Promise<UniverseScan | null>;
  readonly failedSources: () => readonly FailedSource[];
  /** Tells the user of everything that one look found. */
  readonly notify: (fired: readonly FiredAlert[]) => void;
  readonly emit: (event: AppEvent) => void;
}

/** The main thread is given back after so long. */
const turnMs = 8;
/** Findings are kept at the latest after so many instruments. */
const keptEvery = 200;
/** Data grow stale without a commit. */
const troubleEveryMs = 10 * 60_000;

/**
 * Looks at the alerts after each commit. What fires follows from the bars and from what the store remembers, so that a look which was
 * cut short is simply taken again. It works in short turns and never holds the main thread up.
 */
export class AlertEngine {
  readonly #services: AlertServices;
  #waiting: Set<string> | 'all' = new Set();
  #work: Promise<void> | null = null;
  readonly #toldTrouble = new Set<string>();
  readonly #universe: UniverseLook;
  #closed = false;
  #cancelTick = (): void => undefined;
  readonly #stopHearing: () => void;

  constructor(services: AlertServices) {
    this.#services = services;
    this.#universe = new UniverseLook({ ...services, lookLater: () => this.look([]) });
    this.#stopHearing = services.from.store.onCommit(({ symbols }) => this.look(symbols));
    this.#tick();
    // Bars may have come in while no one looked: another process imported them, or this one was ended between commit and look.
    this.look(null);
  }

  /** Looks at the alerts on these instruments, null for all, as soon as what is under way is done. */
  look(symbols: readonly string[] | null): void {
    if (this.#closed) return;
    if (symbols === null) this.#waiting = 'all';
    else if (this.#waiting !== 'all') for (const symbol of symbols) this.#waiting.add(symbol);
    this.#work ??= this.#lookAtAll();
  }

  /** Resolves when everything heard of so far has been looked at. */
  async settled(): Promise<void> {
    await this.#work;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopHearing();
    this.#cancelTick();
    this.#universe.close();
    await this.#work;
  }

  #tick(): void {
    this.#cancelTick = this.#services.clock.after(troubleEveryMs, () => {
      this.#tick();
      this.look([]);
    });
  }

  async #lookAtAll(): Promise<void> {
    try {
      // What is heard in one turn is looked at together.
      await nextTurn();
      do {
        const wanted = this.#waiting;
        this.#waiting = new Set();
        await this.#lookAt(wanted);
      } while (this.#isWanted());
    } catch (error) {
      this.#services.log.error('alerts', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      this.#work = null;
    }
  }

  #isWanted(): boolean {
    return !this.#closed && (this.#waiting === 'all' || this.#waiting.size > 0);
  }

  async #lookAt(wanted: ReadonlySet<string> | 'all'): Promise<void> {
    const { from, clock, failedSources } = this.#services;
    const { read } = from.store;
    const all = read.alerts();
    const alerts = all.filter(({ enabled }) => enabled);
    const freqById = new Map(all.map(({ id, freq }) => [id, freq]));
    const open = Map.groupBy(read.openAlertEvents(), ({ subject }) => subject);
    if (alerts.length === 0 && open.size === 0) return;
    const instruments = read.instruments();
    const now = clock.now();
    const members = new Map(read.watchlists().map((list) => [list.id, new Set(list.members.map(({ symbol }) => symbol))]));
    const isAbout = ({ watchlist }: StoredAlert, symbol: string): boolean => watchlist === null || members.get(watchlist)?.has(symbol) === true;
    const trouble = dataTrouble({ alerts, instruments, isAbout, series: read.series, ageOf: from.ageOf, failedSources: failedSources(), now }).filter((line) => this.#isNews(line));
    if (trouble.length > 0) await this.#keep({ events: trouble, watches: [], outcomes: [] }, alerts);

    const watches = new Map(read.alertWatches().map((watch) => [`${watch.alert} ${watch.subject}`, watch]));
    const watchOf = (alert: number, subject: string): StoredAlertWatch | undefined => watches.get(`${alert} ${subject}`);
    const freqOf = (alert: number): Frequency | undefined => freqById.get(alert);
    const inUniverse = alerts.filter(asksUniverse);
    const onBars = alerts.filter((alert) => alert.condition.kind !== 'health' && !inUniverse.includes(alert));
    const everywhere = onBars.filter(({ symbol }) => symbol === null);
    // A key the instrument had earlier still finds it.
    const bySymbol = Map.groupBy(onBars.filter(({ symbol }) => symbol !== null), ({ symbol }) => read.instrument(symbol ?? '')?.symbol ?? '');
    const found: { -readonly [Name in keyof AlertRun]: AlertRun[Name][number][] } = { events: [], watches: [], outcomes: [] };
    let seen = 0;
    let turn = performance.now();
    for (const instrument of instruments) {
      const { symbol } = instrument;
      if (wanted !== 'all' && !wanted.has(symbol)) continue;
      const own = [...everywhere.filter((alert) => isAbout(alert, symbol)), ...(bySymbol.get(symbol) ?? [])];
      for (const run of judgeInstrument(from, { instrument, alerts: own, watchOf, open: open.get(symbol) ?? [], freqOf, now: clock.now() })) {
        found.events.push(...run.events);
        found.watches.push(...run.watches);
        found.outcomes.push(...run.outcomes);
        if (performance.now() - turn < turnMs) continue;
        await nextTurn();
        if (this.#closed) return;
        turn = performance.now();
      }
      seen += 1;
      if (seen % keptEvery === 0) await this.#keep({ events: found.events.splice(0), watches: found.watches.splice(0), outcomes: found.outcomes.splice(0) }, alerts);
    }
    await this.#keep(found, alerts);
    const scanned = await this.#universe.look({ alerts: inUniverse, instruments, watchOf, isAbout });
    if (scanned !== null && !this.#closed) await this.#keep(scanned, inUniverse);
  }

  /** Data trouble stands for long; it goes to the log once. */
  #isNews({ alert, subject, time }: NewAlertEvent): boolean {
    const key = `${alert} ${subject} ${time}`;
    const isNew = !this.#toldTrouble.has(key);
    this.#toldTrouble.add(key);
    return isNew;
  }

  async #keep(run: AlertRun, alerts: readonly StoredAlert[]): Promise<void> {
    if (run.events.length + run.watches.length + run.outcomes.length === 0) return;
    const { from, emit, notify } = this.#services;
    const ids = await from.store.write.recordAlerts(run);
    // Only what the log took is news: the rest was told before.
    const fired = run.events.flatMap((event, index) => {
      const alert = alerts.find(({ id }) => id === event.alert);
      return ids[index] == null || alert === undefined ? [] : [{ alert, event }];
    });
    if (fired.length > 0) notify(fired);
    emit({ type: 'alerts', fired: ids.filter((id) => id !== null) });
  }
}
