import { join } from 'node:path';
import type { Calendar } from '../../../src/shared/calendar/calendar.ts';
import type { JobName, JobRun, JobScope } from '../../../src/shared/contract/jobs.ts';
import { formatUtc, type UtcMs } from '../../../src/shared/time.ts';
import { loadCalendars } from '../../../src/main/calendars/load-calendars.ts';
import type { JobContext, JobDefinition, JobResult } from '../../../src/main/jobs/job.ts';
import type { JobState } from '../../../src/main/jobs/job-state.ts';
import type { JobStore } from '../../../src/main/jobs/job-store.ts';
import type { Power } from '../../../src/main/ports.ts';
import { Scheduler } from '../../../src/main/jobs/scheduler.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';

const calendarById = loadCalendars(join(import.meta.dirname, '../../../resources'));

export function exchange(id: string): Calendar {
  const found = calendarById(id);
  if (found === null) throw new Error(`no calendar ${id}`);
  return found;
}

/** Keeps states and runs as the store does, as JSON. */
export class MemoryJobStore implements JobStore {
  readonly kept = new Map<JobName, string>();
  readonly runs: Omit<JobRun, 'id'>[] = [];
  saves = 0;

  states(): readonly JobState[] {
    return [...this.kept.values()].map((text) => JSON.parse(text) as JobState);
  }

  lastRuns(): ReadonlyMap<JobName, JobRun> {
    return new Map(this.runs.map((run, id) => [run.job, { ...run, id }]));
  }

  async saveState(state: JobState): Promise<void> {
    this.saves += 1;
    this.kept.set(state.job, JSON.stringify(state));
  }

  async saveRun(run: Omit<JobRun, 'id'>, state: JobState): Promise<void> {
    this.runs.push(run);
    await this.saveState(state);
  }
}

/** Sleep and wake at a test's word. */
export class ManualPower {
  #resumed: (() => void)[] = [];
  #suspended: (() => void)[] = [];

  onResume(listener: () => void): () => void {
    this.#resumed.push(listener);
    return () => void (this.#resumed = this.#resumed.filter((other) => other !== listener));
  }

  onSuspend(listener: () => void): () => void {
    this.#suspended.push(listener);
    return () => void (this.#suspended = this.#suspended.filter((other) => other !== listener));
  }

  suspend(): void {
    for (const listener of this.#suspended) listener();
  }

  resume(): void {
    for (const listener of this.#resumed) listener();
  }
}

export interface JobsBench {
  readonly scheduler: Scheduler;
  readonly clock: ManualClock;
  readonly store: MemoryJobStore;
  readonly power: ManualPower;
  readonly log: MemoryLog;
  /** What each job did, as `name time`. */
  readonly ran: string[];
  /** The contexts of the runs, in order. */
  readonly contexts: JobContext[];
  paused: boolean;
  /** Whether the ticker is armed. */
  ticking(): boolean;
  /** Moves the clock by ten seconds at a time, looking each time as the ticker does. */
  pass(ms: number): Promise<void>;
}

interface JobsBenchOptions {
  readonly definitions: readonly (Omit<JobDefinition, 'run'> & { readonly run?: (context: JobContext) => Promise<JobResult> })[];
  readonly now: string;
  readonly store?: MemoryJobStore;
  readonly calendars?: readonly Calendar[];
  readonly symbols?: readonly string[];
  readonly random?: () => number;
  /** Sleep and wake of another host than the bench's own. */
  readonly hostPower?: Pick<Power, 'onResume' | 'onSuspend'>;
}

/** A scheduler on a clock, a ticker and a store that a test moves. */
export function jobsBench({ definitions, now, store = new MemoryJobStore(), calendars = [], symbols = ['A', 'B'], random = () => 0.5, hostPower }: JobsBenchOptions): JobsBench {
  const clock = new ManualClock(Date.parse(now));
  const power = new ManualPower();
  const log = new MemoryLog();
  let look: (() => void) | null = null;
  const scheduler = new Scheduler({
    definitions: definitions.map((definition) => ({
      ...definition,
      run: async (context) => {
        bench.ran.push(`${definition.name} ${formatUtc(clock.now())}`);
        bench.contexts.push(context);
        return definition.run === undefined ? { done: 1, failures: [] } : definition.run(context);
      },
    })),
    store, clock, log, power: hostPower ?? power,
    startTicking: (onTick) => {
      look = onTick;
      return () => void (look = null);
    },
    random,
    calendars: () => calendars,
    symbolsOf: (scope: JobScope) => (scope.type === 'symbols' ? scope.symbols : symbols),
    isPaused: () => bench.paused,
    onChange: () => undefined,
  });
  const bench: JobsBench = {
    scheduler, clock, store, power, log, ran: [], contexts: [], paused: false,
    ticking: () => look !== null,
    async pass(ms) {
      await scheduler.settled();
      const end = clock.now() + ms;
      while (clock.now() < end) {
        clock.advance(Math.min(10_000, end - clock.now()));
        look?.();
        await scheduler.settled();
      }
    },
  };
  return bench;
}

export const utc = (text: string): UtcMs => Date.parse(text) as UtcMs;
