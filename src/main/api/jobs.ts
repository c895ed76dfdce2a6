import { AppError } from '../../shared/app-error.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { AppEvent } from '../../shared/contract/event.ts';
import type { JobScope } from '../../shared/contract/jobs.ts';
import type { Scheduler } from '../jobs/scheduler.ts';
import type { Instrument, Store } from '../store/store.ts';
import type { TaskRunner } from '../tasks/task-runner.ts';
import type { HandlersOf } from './handlers.ts';
import { resolveInstrument } from './resolve-symbol.ts';
import { timeText } from './time-text.ts';

interface JobsHandlerParts {
  readonly scheduler: Scheduler;
  readonly store: Pick<Store, 'read' | 'write'>;
  readonly tasks: TaskRunner;
  readonly emit: (event: AppEvent) => void;
}

type GivenScope = Pick<ParsedInput<'jobs.set'>, 'scope' | 'watchlist' | 'symbols'>;

/** The scope that was asked for, its symbols by their keys; undefined when none was. */
function scopeOf({ scope, watchlist, symbols }: GivenScope, instruments: readonly Instrument[]): JobScope | undefined {
  if (symbols !== undefined) return { type: 'symbols', symbols: symbols.map((symbol) => resolveInstrument(symbol, instruments).symbol) };
  if (watchlist !== undefined) return { type: 'watchlist', name: watchlist };
  return scope === undefined ? undefined : { type: scope };
}

/** The jobs as the user sees and steers them. */
export function jobsHandlers({ scheduler, store, tasks, emit }: JobsHandlerParts): HandlersOf<'jobs'> {
  return {
    'jobs.list': () => scheduler.board(),
    'jobs.run': ({ job }) => {
      const task = tasks.start('job', job, async ({ progress, signal }) => {
        const end = await scheduler.run(job, progress, signal);
        signal.throwIfAborted();
        if (end?.error !== undefined && end.error !== null) throw new AppError(end.error.code, end.error.params);
        return { outcome: end?.outcome ?? 'idle', done: end?.done ?? 0, failed: end?.failed ?? 0, failures: end?.failures ?? [] };
      });
      return { task: task.id };
    },
    'jobs.start': ({ job }) => scheduler.setEnabled(job, true),
    'jobs.stop': ({ job }) => scheduler.setEnabled(job, false),
    'jobs.pause': async ({ paused }) => {
      await store.write.setSetting('jobs.paused', paused);
      emit({ type: 'settings', keys: ['jobs.paused'] });
      emit({ type: 'jobs' });
      return scheduler.board();
    },
    'jobs.set': ({ job, everyMs, minutes, ...given }) => scheduler.configure(job, { everyMs, minutes, scope: scopeOf(given, store.read.instruments()) }),
    'jobs.history': ({ job, offset, limit }) => store.read.jobRuns(job ?? null, offset, limit),
    'jobs.analyses': ({ symbol, kind, limit }) => {
      const instrument = resolveInstrument(symbol, store.read.instruments());
      return store.read.analyses(instrument.id, kind ?? null, limit).map(({ asOf, freq, figures, computedAt, kind: found }) => ({
        symbol: instrument.symbol, kind: found, freq, asOf: timeText({ freq }, asOf) ?? '', computedAt, figures,
      }));
    },
  };
}
