import { AppError, type ErrorReply } from '../../shared/app-error.ts';
import type { Task, TaskEvent, TaskState } from '../../shared/contract/tasks.ts';
import type { Clock, Log } from '../ports.ts';

/** What running work tells its task. */
export interface TaskReporter {
  /** Aborted when the task is asked to stop; the work then ends by throwing or returning. */
  readonly signal: AbortSignal;
  progress(done: number, total: number | null): void;
  warn(code: string, params?: TaskEvent['params']): void;
}

interface RunningTask {
  snapshot: Task;
  readonly events: TaskEvent[];
  lastEventId: number;
  progressAt: number;
  readonly controller: AbortController;
  finished: Promise<void>;
}

interface TaskRunnerOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly randomToken: () => string;
  readonly emit: (event: TaskEvent) => void;
}

const keptEvents = 1_000;
const keptEndedTasks = 50;
/** Progress is reported at most this often, so that a fast task does not flood its listeners. */
const progressEveryMs = 50;

/** Runs long work as tasks: numbered events in a ring that can be replayed, cancel, and an end that is always told. */
export class TaskRunner {
  readonly #tasks = new Map<string, RunningTask>();
  readonly #options: TaskRunnerOptions;

  constructor(options: TaskRunnerOptions) {
    this.#options = options;
  }

  /** Starts `work` at once and answers its task; what the work returns becomes the task's result. */
  start(kind: string, subject: string, work: (reporter: TaskReporter) => Promise<unknown>): Task {
    const snapshot: Task = {
      id: this.#options.randomToken().slice(0, 16),
      kind,
      subject,
      state: 'running',
      done: 0,
      total: null,
      startedAt: this.#options.clock.now(),
      endedAt: null,
      result: null,
      error: null,
    };
    const task: RunningTask = {
      snapshot,
      events: [],
      lastEventId: 0,
      progressAt: -Infinity,
      controller: new AbortController(),
      finished: Promise.resolve(),
    };
    this.#tasks.set(snapshot.id, task);
    this.#record(task, 'state');
    task.finished = this.#run(task, work);
    return snapshot;
  }

  list(): readonly Task[] {
    return [...this.#tasks.values()].map((task) => task.snapshot);
  }

  get(id: string): Task {
    return this.#find(id).snapshot;
  }

  cancel(id: string): Task {
    const task = this.#find(id);
    task.controller.abort(new AppError('app.cancelled'));
    return task.snapshot;
  }

  /** The kept events with an id greater than `after`. */
  events(id: string, after: number): readonly TaskEvent[] {
    return this.#find(id).events.filter((event) => event.id > after);
  }

  /** Resolves with the task once it has ended, however it ended. */
  async finished(id: string): Promise<Task> {
    const task = this.#find(id);
    await task.finished;
    return task.snapshot;
  }

  /** Asks everything to stop and waits for it. */
  async close(): Promise<void> {
    const running = [...this.#tasks.values()];
    for (const task of running) task.controller.abort(new AppError('app.closing'));
    await Promise.all(running.map((task) => task.finished));
  }

  async #run(task: RunningTask, work: (reporter: TaskReporter) => Promise<unknown>): Promise<void> {
    const reporter: TaskReporter = {
      signal: task.controller.signal,
      progress: (done, total) => this.#progress(task, done, total),
      warn: (code, params = {}) => this.#record(task, 'warning', code, params),
    };
    try {
      const result = await work(reporter);
      this.#end(task, 'completed', { result });
    } catch (error) {
      if (task.controller.signal.aborted) this.#end(task, 'cancelled', { error: cancelReason(error) });
      else this.#end(task, 'failed', { error: this.#toAppError(error, task).toReply() });
    }
  }

  #progress(task: RunningTask, done: number, total: number | null): void {
    task.snapshot = { ...task.snapshot, done, total };
    const now = this.#options.clock.now();
    if (now - task.progressAt < progressEveryMs) return;
    task.progressAt = now;
    this.#record(task, 'progress');
  }

  #end(task: RunningTask, state: TaskState, outcome: Partial<Task>): void {
    task.snapshot = { ...task.snapshot, ...outcome, state, endedAt: this.#options.clock.now() };
    this.#record(task, 'state');
    const ended = [...this.#tasks.values()].filter((other) => other.snapshot.endedAt !== null);
    for (const old of ended.slice(0, Math.max(0, ended.length - keptEndedTasks))) this.#tasks.delete(old.snapshot.id);
  }

  #record(task: RunningTask, type: TaskEvent['type'], code: string | null = null, params: TaskEvent['params'] = {}): void {
    task.lastEventId += 1;
    const event: TaskEvent = {
      id: task.lastEventId,
      task: task.snapshot.id,
      at: this.#options.clock.now(),
      type,
      snapshot: code === null ? task.snapshot : null,
      code,
      params,
    };
    task.events.push(event);
    if (task.events.length > keptEvents) task.events.shift();
    this.#options.emit(event);
  }

  #toAppError(error: unknown, task: RunningTask): AppError {
    if (error instanceof AppError) return error;
    const id = this.#options.randomToken().slice(0, 8);
    this.#options.log.error('bug', {
      id,
      task: task.snapshot.kind,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return new AppError('app.bug', { id });
  }

  #find(id: string): RunningTask {
    const task = this.#tasks.get(id);
    if (task === undefined) throw new AppError('task.unknown', { task: id });
    return task;
  }
}

/** What the work says about its being cancelled, where that is more than the fact. */
function cancelReason(error: unknown): ErrorReply | null {
  return error instanceof AppError && error.code !== 'app.cancelled' && error.code !== 'app.closing' ? error.toReply() : null;
}
