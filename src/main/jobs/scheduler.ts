import { AppError } from '../../shared/app-error.ts';
import type { Calendar } from '../../shared/calendar/calendar.ts';
import type { Job, JobBoard, JobName, JobRun, JobSchedule, JobScope } from '../../shared/contract/jobs.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { Clock, Log, Power } from '../ports.ts';
import { changeSchedule } from './change-schedule.ts';
import type { JobDefinition, JobState } from './job.ts';
import type { JobStore } from './job-store.ts';
import { planJob, type JobMemory, type JobPlan } from './plan-job.ts';
import { RunningJob, type JobEnd } from './running-job.ts';
import { settleState } from './settle-state.ts';
import type { StartTicking } from './start-ticking.ts';

interface SchedulerOptions {
  readonly definitions: readonly JobDefinition[];
  readonly store: JobStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly power: Pick<Power, 'onResume' | 'onSuspend'> | null;
  readonly startTicking: StartTicking;
  /** In [0, 1), for spreading runs. */
  readonly random: () => number;
  /** The exchanges of what is stored. */
  readonly calendars: () => readonly Calendar[];
  /** The symbols of a scope, of these exchanges only where any are named. Throws for a watchlist that is not there. */
  readonly symbolsOf: (scope: JobScope, calendars: readonly Calendar[] | null) => readonly string[];
  readonly isPaused: () => boolean;
  readonly onChange: () => void;
}

interface Entry {
  readonly definition: JobDefinition;
  state: JobState;
  last: JobRun | null;
  idleAt: UtcMs | null;
  /** Not before: after a failure, or to spread what was missed. */
  notBefore: number;
  /** Whether the turn that is due was put off already. */
  isSpread: boolean;
  running: RunningJob | null;
  /** Wanted again when the run under way has ended. */
  isNudged: boolean;
  /** The run under way with what it leaves behind. */
  settled: Promise<JobEnd>;
}

/** Late turns start within this time of each other. */
const spreadMs = 20_000;
/** A tick that comes this late, or early, was held up by sleep or a changed clock. */
const jumpMs = 60_000;
/** Nothing waits longer than this, whatever the clock did meanwhile. */
const longestWaitMs = 3_600_000;

/**
 * Runs jobs when they are due. The ticker only makes it look: what is due follows from the wall clock and what was done, so a late
 * tick, a sleep or a restart loses no turn and repeats none. A job never runs beside itself; whoever asks joins the run under way.
 */
export class Scheduler {
  readonly #options: SchedulerOptions;
  readonly #entries: ReadonlyMap<JobName, Entry>;
  #stopTicking: (() => void) | null = null;
  #lastTick: UtcMs | null = null;
  #stopHearing: (() => void)[] | null = null;
  #saved: Promise<void> = Promise.resolve();
  #closing = false;

  constructor(options: SchedulerOptions) {
    this.#options = options;
    const states = new Map(options.store.states().map((state) => [state.job, state]));
    const runs = options.store.lastRuns();
    this.#entries = new Map(options.definitions.map((definition) => [definition.name, {
      definition,
      state: states.get(definition.name) ?? newState(definition.name),
      last: runs.get(definition.name) ?? null,
      idleAt: null,
      notBefore: -Infinity,
      isSpread: false,
      running: null,
      isNudged: false,
      settled: Promise.resolve(null),
    }]));
  }

  /** Begins to look, rests while the machine sleeps and goes on when it wakes. */
  start(): void {
    if (this.#stopHearing !== null) return;
    const { power } = this.#options;
    this.#stopHearing = power === null ? [] : [power.onSuspend(() => this.#halt()), power.onResume(() => this.#resume())];
    this.#resume();
  }

  /** Starts what is due now. */
  runDue(): void {
    const now = this.#options.clock.now();
    if (this.#lastTick !== null && Math.abs(now - this.#lastTick) > jumpMs && this.#stopTicking !== null) {
      this.#options.log.info('jobs.jump', { fromMs: this.#lastTick, toMs: now });
      // Timers that were armed under the old time may wait for long.
      this.#halt();
      this.#stopTicking = this.#options.startTicking(() => this.runDue());
    }
    this.#lastTick = now;
    if (this.#options.isPaused()) return;
    const calendars = this.#options.calendars();
    for (const entry of this.#entries.values()) {
      if (entry.state.enabled && entry.running === null) this.#look(entry, now, calendars);
    }
  }

  /** What a job looks after has changed: it runs now, or once more after the run under way. At rest it waits for its turn. */
  nudge(name: JobName): void {
    const entry = this.#find(name);
    if (this.#stopTicking === null || !entry.state.enabled || this.#options.isPaused()) return;
    if (entry.running !== null) entry.isNudged = true;
    else this.#begin(entry, { ...this.#plan(entry), missed: 0, sessions: [] }, 'schedule');
  }

  /** Runs a job now, or joins the run under way; resolves with its end, null when there was nothing to do. */
  async run(name: JobName, watch: (done: number, total: number | null) => void = () => undefined, signal?: AbortSignal): Promise<JobEnd> {
    const entry = this.#find(name);
    const running = entry.running ?? this.#begin(entry, { ...this.#plan(entry), missed: 0, sessions: [] }, 'user');
    const stopWatching = running.watch(watch);
    const cancel = (): void => running.cancel('app.cancelled');
    signal?.addEventListener('abort', cancel, { once: true });
    const end = await entry.settled;
    signal?.removeEventListener('abort', cancel);
    stopWatching();
    return end;
  }

  board(): JobBoard {
    return { paused: this.#options.isPaused(), active: this.#stopTicking !== null, jobs: [...this.#entries.values()].map((entry) => this.#describe(entry)) };
  }

  /** Stopping cancels the run under way; a job that stood still has missed nothing when it goes on. */
  async setEnabled(name: JobName, enabled: boolean): Promise<Job> {
    const entry = this.#find(name);
    if (!enabled) entry.running?.cancel('app.cancelled');
    await entry.settled;
    const memory = enabled && !entry.state.enabled ? this.#plan(entry).memory : entry.state.memory;
    return this.#change(entry, { enabled, memory, attempts: 0 });
  }

  /** Throws `jobs.interval`, `jobs.daily` or `jobs.scope` for what the job does not have. */
  async configure(name: JobName, given: { readonly everyMs?: number | undefined; readonly minutes?: number | undefined; readonly scope?: JobScope | undefined }): Promise<Job> {
    const entry = this.#find(name);
    const schedule = scheduleOf(entry);
    const changed = changeSchedule(name, schedule, given);
    if (given.scope !== undefined && entry.definition.scope === null) throw new AppError('jobs.scope', { job: name });
    if (given.scope !== undefined) this.#options.symbolsOf(given.scope, null);
    return this.#change(entry, { schedule: changed === schedule ? entry.state.schedule : changed, scope: given.scope ?? entry.state.scope });
  }

  /** Resolves when nothing runs and everything is kept. */
  async settled(): Promise<void> {
    await Promise.all([...this.#entries.values()].map((entry) => entry.settled));
    await this.#saved;
  }

  /** Stops looking, cancels what runs and waits for it. A run that is cut off here is taken up at the next start. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#halt();
    for (const stop of this.#stopHearing ?? []) stop();
    for (const { running } of this.#entries.values()) running?.cancel('app.closing');
    await this.settled();
  }

  #resume(): void {
    this.#halt();
    this.#stopTicking = this.#options.startTicking(() => this.runDue());
    this.#lastTick = null;
    this.runDue();
  }

  #halt(): void {
    this.#stopTicking?.();
    this.#stopTicking = null;
  }

  #look(entry: Entry, now: UtcMs, calendars: readonly Calendar[]): void {
    const plan = planJob(scheduleOf(entry), entry.state.memory, now, calendars);
    if (!plan.due) {
      entry.isSpread = false;
      const learnt = differs(plan.memory, entry.state.memory);
      entry.state = { ...entry.state, memory: plan.memory, nextAt: plan.nextAt };
      if (learnt) this.#save(() => this.#options.store.saveState(entry.state));
      return;
    }
    // What several jobs missed at once is spread over some seconds.
    if (plan.missed > 0 && !entry.isSpread) entry.notBefore = Math.max(entry.notBefore, now + this.#options.random() * spreadMs);
    entry.isSpread = true;
    if (entry.notBefore > now + longestWaitMs) entry.notBefore = now;
    if (now >= entry.notBefore) this.#begin(entry, plan, 'schedule');
  }

  #begin(entry: Entry, plan: JobPlan, trigger: JobRun['trigger']): RunningJob {
    const { clock, log, onChange } = this.#options;
    const exchanges = plan.sessions.length > 0 ? plan.sessions.map(({ calendar }) => calendar) : null;
    const scope = scopeOf(entry) ?? { type: 'all' };
    const symbols = (): readonly string[] => this.#options.symbolsOf(scope, exchanges);
    const running = new RunningJob({ definition: entry.definition, context: { sessions: plan.sessions, symbols, trigger }, missed: plan.missed, clock, log });
    entry.running = running;
    entry.isSpread = false;
    entry.settled = running.ended.then((end) => this.#settle(entry, plan, end));
    onChange();
    return running;
  }

  #settle(entry: Entry, plan: JobPlan, end: JobEnd): JobEnd {
    const { clock, random, store, onChange } = this.#options;
    const now = clock.now();
    entry.running = null;
    if (this.#closing && end?.outcome === 'cancelled') return end;
    const before = entry.state;
    const { state, retryAt } = settleState(before, plan.memory, scheduleOf(entry), end, now, random());
    entry.notBefore = retryAt ?? -Infinity;
    entry.state = state;
    const { nextAt } = this.#plan(entry);
    // An interval's next turn may come before the pause after a failure is over; a session waits for that pause alone.
    const isNext = retryAt === null || (scheduleOf(entry).type === 'every' && retryAt < (nextAt ?? Infinity));
    entry.state = { ...state, nextAt: isNext ? nextAt : retryAt };
    const kept = entry.state;
    if (end === null) {
      entry.idleAt = now;
      // A turn without work leaves no trace on disk, unless it stands for a session or a day.
      if (differs(kept.memory, before.memory) || before.attempts > 0) this.#save(() => store.saveState(kept));
    } else {
      entry.last = { ...end, id: 0 };
      this.#save(() => store.saveRun(end, kept));
    }
    onChange();
    if (entry.isNudged) {
      entry.isNudged = false;
      this.nudge(entry.definition.name);
    }
    return end;
  }

  #plan(entry: Entry): JobPlan {
    return planJob(scheduleOf(entry), entry.state.memory, this.#options.clock.now(), this.#options.calendars());
  }

  async #change(entry: Entry, changed: Partial<JobState>): Promise<Job> {
    entry.state = { ...entry.state, ...changed };
    entry.notBefore = -Infinity;
    entry.state = { ...entry.state, nextAt: this.#plan(entry).nextAt };
    await this.#options.store.saveState(entry.state);
    this.#options.onChange();
    return this.#describe(entry);
  }

  /** Saves one after another; a store that cannot be written holds no job up. */
  #save(work: () => Promise<void>): void {
    this.#saved = this.#saved.then(work).catch((error: unknown) => this.#options.log.warn('jobs.save', { problem: String(error) }));
  }

  #describe(entry: Entry): Job {
    const { state, running, last, idleAt } = entry;
    const rests = !state.enabled || this.#options.isPaused();
    return {
      name: state.job,
      enabled: state.enabled,
      schedule: scheduleOf(entry),
      scope: scopeOf(entry),
      running: running === null ? null : { startedAt: running.startedAt, done: running.done, total: running.total },
      nextAt: rests ? null : (state.nextAt ?? this.#plan(entry).nextAt),
      last,
      lastSuccessAt: state.lastSuccessAt,
      idleAt,
      attempts: state.attempts,
    };
  }

  #find(name: JobName): Entry {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new AppError('jobs.unknown', { job: name });
    return entry;
  }
}

function newState(job: JobName): JobState {
  return { job, enabled: true, schedule: null, scope: null, memory: { slot: null, marks: {} }, nextAt: null, lastSuccessAt: null, attempts: 0 };
}

function scheduleOf({ state, definition }: Entry): JobSchedule {
  return state.schedule ?? definition.schedule;
}

function scopeOf({ state, definition }: Entry): JobScope | null {
  return definition.scope === null ? null : (state.scope ?? definition.scope);
}

/** Whether sessions or days were done that a restart would not know of; an interval's turn is no loss. */
function differs(a: JobMemory, b: JobMemory): boolean {
  return JSON.stringify(Object.entries(a.marks).sort()) !== JSON.stringify(Object.entries(b.marks).sort());
}
