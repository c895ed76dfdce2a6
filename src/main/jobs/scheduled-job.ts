import { AppError } from '../../shared/app-error.ts';
import type { Calendar } from '../../shared/calendar/calendar.ts';
import type { Job, JobRun, JobSchedule, JobScope } from '../../shared/contract/jobs.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { Clock, Log } from '../ports.ts';
import { changeSchedule } from './change-schedule.ts';
import type { JobDefinition } from './job.ts';
import { newJobState, type JobState } from './job-state.ts';
import type { JobStore } from './job-store.ts';
import { planJob, type JobMemory, type JobPlan } from './plan-job.ts';
import { RunningJob, type JobEnd } from './running-job.ts';
import { settleState } from './settle-state.ts';
import { TurnDelay } from './turn-delay.ts';

/** What the jobs of a scheduler share. */
export interface JobSurroundings {
  readonly store: JobStore;
  readonly clock: Clock;
  readonly log: Log;
  /** In [0, 1), for spreading runs. */
  readonly random: () => number;
  /** The exchanges of what is stored. */
  readonly calendars: () => readonly Calendar[];
  /** The symbols of a scope, of these exchanges only where any are named. Throws for a watchlist that is not there. */
  readonly symbolsOf: (scope: JobScope, calendars: readonly Calendar[] | null) => readonly string[];
  readonly isPaused: () => boolean;
  readonly onChange: () => void;
}

interface ScheduledJobOptions {
  readonly definition: JobDefinition;
  readonly surroundings: JobSurroundings;
  readonly state: JobState | undefined;
  readonly last: JobRun | undefined;
  /** Whether turns are taken now: someone looks for them, and nothing is paused. */
  readonly isActive: () => boolean;
  /** Saves one after another; a failure is logged and holds no job up. */
  readonly save: (work: () => Promise<void>) => void;
}

/** What a user may change of a job. */
export interface JobWish {
  readonly everyMs?: number | undefined;
  readonly minutes?: number | undefined;
  readonly scope?: JobScope | undefined;
}

/** One job of a scheduler: when it is due, the run under way, and what a run leaves behind. It never runs beside itself. */
export class ScheduledJob {
  readonly #options: ScheduledJobOptions;
  readonly #delay = new TurnDelay();
  #state: JobState;
  #last: JobRun | null;
  #idleAt: UtcMs | null = null;
  #running: RunningJob | null = null;
  /** Wanted again when the run under way has ended. */
  #isNudged = false;
  #isClosing = false;
  /** The run under way with what it leaves behind. */
  #settled: Promise<JobEnd> = Promise.resolve(null);

  constructor(options: ScheduledJobOptions) {
    this.#options = options;
    this.#state = options.state ?? newJobState(options.definition.name);
    this.#last = options.last ?? null;
  }

  /** Resolves when nothing runs. */
  get settled(): Promise<JobEnd> {
    return this.#settled;
  }

  /** Begins the turn that is due. */
  look(now: UtcMs, calendars: readonly Calendar[]): void {
    if (!this.#state.enabled || this.#running !== null) return;
    const { store, random } = this.#options.surroundings;
    const plan = planJob(this.#schedule, this.#state.memory, now, calendars);
    if (plan.due) {
      if (this.#delay.isOver(now, plan.missed, random)) this.#begin(plan, 'schedule');
      return;
    }
    this.#delay.endTurn();
    const learnt = differs(plan.memory, this.#state.memory);
    this.#state = { ...this.#state, memory: plan.memory, nextAt: plan.nextAt };
    if (learnt) this.#options.save(() => store.saveState(this.#state));
  }

  /** What the job looks after has changed: it runs now, or once more after the run under way. At rest it waits for its turn. */
  nudge(): void {
    if (!this.#state.enabled || !this.#options.isActive()) return;
    if (this.#running !== null) this.#isNudged = true;
    else this.#begin(this.#planNow(), 'schedule');
  }

  /** Runs now, or joins the run under way; resolves with its end, null when there was nothing to do. */
  async run(watch: (done: number, total: number | null) => void, signal: AbortSignal | undefined): Promise<JobEnd> {
    const running = this.#running ?? this.#begin(this.#planNow(), 'user');
    const stopWatching = running.watch(watch);
    const cancel = (): void => running.cancel('app.cancelled');
    signal?.addEventListener('abort', cancel, { once: true });
    const end = await this.#settled;
    signal?.removeEventListener('abort', cancel);
    stopWatching();
    return end;
  }

  /** Stopping cancels the run under way; a job that stood still has missed nothing when it goes on. */
  async setEnabled(enabled: boolean): Promise<Job> {
    if (!enabled) this.#running?.cancel('app.cancelled');
    await this.#settled;
    const memory = enabled && !this.#state.enabled ? this.#plan().memory : this.#state.memory;
    return this.#change({ enabled, memory, attempts: 0 });
  }

  /** Throws `jobs.interval`, `jobs.daily` or `jobs.scope` for what the job does not have. */
  async configure(wish: JobWish): Promise<Job> {
    const { definition, surroundings } = this.#options;
    const schedule = this.#schedule;
    const changed = changeSchedule(definition.name, schedule, wish);
    if (wish.scope !== undefined && definition.scope === null) throw new AppError('jobs.scope', { job: definition.name });
    if (wish.scope !== undefined) surroundings.symbolsOf(wish.scope, null);
    return this.#change({ schedule: changed === schedule ? this.#state.schedule : changed, scope: wish.scope ?? this.#state.scope });
  }

  /** Cancels the run under way; it is taken up at the next start. */
  close(): void {
    this.#isClosing = true;
    this.#running?.cancel('app.closing');
  }

  describe(): Job {
    const running = this.#running;
    const rests = !this.#state.enabled || this.#options.surroundings.isPaused();
    return {
      name: this.#state.job,
      enabled: this.#state.enabled,
      schedule: this.#schedule,
      scope: this.#scope,
      running: running === null ? null : { startedAt: running.startedAt, done: running.done, total: running.total },
      nextAt: rests ? null : (this.#state.nextAt ?? this.#plan().nextAt),
      last: this.#last,
      lastSuccessAt: this.#state.lastSuccessAt,
      idleAt: this.#idleAt,
      attempts: this.#state.attempts,
    };
  }

  get #schedule(): JobSchedule {
    return this.#state.schedule ?? this.#options.definition.schedule;
  }

  get #scope(): JobScope | null {
    const { scope } = this.#options.definition;
    return scope === null ? null : (this.#state.scope ?? scope);
  }

  #plan(): JobPlan {
    const { clock, calendars } = this.#options.surroundings;
    return planJob(this.#schedule, this.#state.memory, clock.now(), calendars());
  }

  /** The plan of a run that someone wants now, whether or not a turn is due. */
  #planNow(): JobPlan {
    return { ...this.#plan(), missed: 0, sessions: [] };
  }

  #begin(plan: JobPlan, trigger: JobRun['trigger']): RunningJob {
    const { clock, log, symbolsOf, onChange } = this.#options.surroundings;
    const exchanges = plan.sessions.length > 0 ? plan.sessions.map(({ calendar }) => calendar) : null;
    const scope = this.#scope ?? { type: 'all' };
    const symbols = (): readonly string[] => symbolsOf(scope, exchanges);
    const running = new RunningJob({ definition: this.#options.definition, context: { sessions: plan.sessions, symbols, trigger }, missed: plan.missed, clock, log });
    this.#running = running;
    this.#delay.endTurn();
    this.#settled = running.ended.then((end) => this.#settle(plan, end));
    onChange();
    return running;
  }

  #settle(plan: JobPlan, end: JobEnd): JobEnd {
    const { clock, random, store, calendars, onChange } = this.#options.surroundings;
    const now = clock.now();
    this.#running = null;
    if (this.#isClosing && end?.outcome === 'cancelled') return end;
    const before = this.#state;
    const { state, retryAt } = settleState(before, plan.memory, this.#schedule, end, now, random(), calendars());
    this.#delay.waitUntil(retryAt);
    this.#state = state;
    if (end === null) {
      this.#idleAt = now;
      // A turn without work leaves no trace on disk, unless it stands for a session or a day.
      if (differs(state.memory, before.memory) || before.attempts > 0) this.#options.save(() => store.saveState(state));
    } else {
      this.#last = { ...end, id: 0 };
      this.#options.save(() => store.saveRun(end, state));
    }
    onChange();
    if (this.#isNudged) {
      this.#isNudged = false;
      this.nudge();
    }
    return end;
  }

  async #change(changed: Partial<JobState>): Promise<Job> {
    const { store, onChange } = this.#options.surroundings;
    this.#delay.waitUntil(null);
    this.#state = { ...this.#state, ...changed };
    this.#state = { ...this.#state, nextAt: this.#plan().nextAt };
    await store.saveState(this.#state);
    onChange();
    return this.describe();
  }
}

/** Whether sessions or days were done that a restart would not know of; an interval's turn is no loss. */
function differs(a: JobMemory, b: JobMemory): boolean {
  return JSON.stringify(Object.entries(a.marks).sort()) !== JSON.stringify(Object.entries(b.marks).sort());
}
