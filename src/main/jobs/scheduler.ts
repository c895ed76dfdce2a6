import { AppError } from '../../shared/app-error.ts';
import type { Job, JobBoard, JobName } from '../../shared/contract/jobs.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { Power } from '../ports.ts';
import type { JobDefinition } from './job.ts';
import type { JobEnd } from './running-job.ts';
import { ScheduledJob, type JobSurroundings, type JobWish } from './scheduled-job.ts';
import type { StartTicking } from './start-ticking.ts';
import { Ticker } from './ticker.ts';

interface SchedulerOptions extends JobSurroundings {
  readonly definitions: readonly JobDefinition[];
  readonly power: Pick<Power, 'onResume' | 'onSuspend'> | null;
  readonly startTicking: StartTicking;
}

/**
 * Runs jobs when they are due. The ticker only makes it look: what is due follows from the wall clock and what was done, so a late
 * tick, a sleep or a restart loses no turn and repeats none. A job never runs beside itself; whoever asks joins the run under way.
 */
export class Scheduler {
  readonly #surroundings: JobSurroundings;
  readonly #jobs: ReadonlyMap<JobName, ScheduledJob>;
  readonly #ticker: Ticker;
  #saved: Promise<void> = Promise.resolve();

  constructor({ definitions, power, startTicking, ...surroundings }: SchedulerOptions) {
    const { store, clock, log, isPaused } = surroundings;
    const states = new Map(store.states().map((state) => [state.job, state]));
    const runs = store.lastRuns();
    this.#surroundings = surroundings;
    this.#ticker = new Ticker({ clock, log, power, startTicking }, (now) => this.#look(now));
    this.#jobs = new Map(definitions.map((definition) => [definition.name, new ScheduledJob({
      definition,
      surroundings,
      state: states.get(definition.name),
      last: runs.get(definition.name),
      isActive: () => this.#ticker.isActive && !isPaused(),
      save: (work) => this.#save(work),
    })]));
  }

  /** Begins to look, rests while the machine sleeps and goes on when it wakes. */
  start(): void {
    this.#ticker.start();
  }

  /** Starts what is due now. */
  runDue(): void {
    this.#ticker.tick();
  }

  /** What a job looks after has changed: it runs now, or once more after the run under way. At rest it waits for its turn. */
  nudge(name: JobName): void {
    this.#find(name).nudge();
  }

  /** Runs a job now, or joins the run under way; resolves with its end, null when there was nothing to do. */
  async run(name: JobName, watch: (done: number, total: number | null) => void = () => undefined, signal?: AbortSignal): Promise<JobEnd> {
    return this.#find(name).run(watch, signal);
  }

  board(): JobBoard {
    return { paused: this.#surroundings.isPaused(), active: this.#ticker.isActive, jobs: [...this.#jobs.values()].map((job) => job.describe()) };
  }

  /** Stopping cancels the run under way; a job that stood still has missed nothing when it goes on. */
  async setEnabled(name: JobName, enabled: boolean): Promise<Job> {
    return this.#find(name).setEnabled(enabled);
  }

  /** Throws `jobs.interval`, `jobs.daily` or `jobs.scope` for what the job does not have. */
  async configure(name: JobName, wish: JobWish): Promise<Job> {
    return this.#find(name).configure(wish);
  }

  /** Resolves when nothing runs and everything is kept. */
  async settled(): Promise<void> {
    await Promise.all([...this.#jobs.values()].map((job) => job.settled));
    await this.#saved;
  }

  /** Stops looking, cancels what runs and waits for it. A run that is cut off here is taken up at the next start. */
  async close(): Promise<void> {
    this.#ticker.close();
    for (const job of this.#jobs.values()) job.close();
    await this.settled();
  }

  #look(now: UtcMs): void {
    const { isPaused, calendars } = this.#surroundings;
    if (isPaused()) return;
    const present = calendars();
    for (const job of this.#jobs.values()) job.look(now, present);
  }

  /** Saves one after another; a store that cannot be written holds no job up. */
  #save(work: () => Promise<void>): void {
    this.#saved = this.#saved.then(work).catch((error: unknown) => this.#surroundings.log.warn('jobs.save', { problem: String(error) }));
  }

  #find(name: JobName): ScheduledJob {
    const job = this.#jobs.get(name);
    if (job === undefined) throw new AppError('jobs.unknown', { job: name });
    return job;
  }
}
