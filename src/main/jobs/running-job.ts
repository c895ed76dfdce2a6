import { AppError } from '../../shared/app-error.ts';
import type { JobRun } from '../../shared/contract/jobs.ts';
import type { Clock, Log } from '../ports.ts';
import type { JobContext, JobDefinition, JobResult } from './job.ts';

/** How a run ended; null when there was nothing to do. */
export type JobEnd = Omit<JobRun, 'id'> | null;

interface RunningJobOptions {
  readonly definition: JobDefinition;
  readonly context: Pick<JobContext, 'sessions' | 'symbols' | 'trigger'>;
  readonly missed: number;
  readonly clock: Clock;
  readonly log: Log;
}

const keptFailures = 20;

/** One run under way: how far it is, and its end, which always comes. */
export class RunningJob {
  readonly startedAt;
  readonly ended: Promise<JobEnd>;
  done = 0;
  total: number | null = null;
  readonly #controller = new AbortController();
  readonly #watchers = new Set<(done: number, total: number | null) => void>();

  constructor(options: RunningJobOptions) {
    this.startedAt = options.clock.now();
    this.ended = this.#run(options);
  }

  /** Hears of progress; answers its own undo. */
  watch(watcher: (done: number, total: number | null) => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  cancel(reason: 'app.cancelled' | 'app.closing'): void {
    this.#controller.abort(new AppError(reason));
  }

  async #run({ definition, context, missed, clock, log }: RunningJobOptions): Promise<JobEnd> {
    const { startedAt } = this;
    const signal = this.#controller.signal;
    const progress = (done: number, total: number | null): void => {
      [this.done, this.total] = [done, total];
      for (const watcher of this.#watchers) watcher(done, total);
    };
    const end = (outcome: JobRun['outcome'], result: NonNullable<JobResult>, error: AppError | null): JobEnd => ({
      job: definition.name, trigger: context.trigger, startedAt, endedAt: clock.now(), outcome, missed, done: result.done, failed: result.failures.length,
      error: error?.toReply() ?? null, failures: result.failures.slice(0, keptFailures),
    });
    try {
      // Whoever started the run first notes that it is under way.
      await Promise.resolve();
      const result = await definition.run({ ...context, now: startedAt, signal, progress });
      if (result === null) return null;
      if (signal.aborted) return end('cancelled', result, null);
      return end(result.failures.length === 0 ? 'done' : result.done > 0 ? 'partial' : 'failed', result, null);
    } catch (error) {
      const nothing = { done: this.done, failures: [] };
      if (signal.aborted) return end('cancelled', nothing, null);
      return end('failed', nothing, toAppError(error, definition, log));
    }
  }
}

function toAppError(error: unknown, { name }: JobDefinition, log: Log): AppError {
  if (error instanceof AppError) return error;
  log.error('bug', { job: name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  return new AppError('jobs.bug', { job: name });
}
