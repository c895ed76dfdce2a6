import { AppError } from '../../shared/app-error.ts';
import type { RefreshResult } from '../../shared/contract/refresh.ts';
import type { Sources } from '../providers/sources.ts';
import type { Refresher } from '../refresh/refresher.ts';
import type { StoreReader } from '../store/store.ts';
import type { TaskRunner } from '../tasks/task-runner.ts';
import type { SymbolWork } from './job-work.ts';

interface RefreshWorkParts {
  readonly refresher: Refresher;
  readonly tasks: TaskRunner;
  readonly sources: Pick<Sources, 'forInstrument'>;
  readonly read: Pick<StoreReader, 'instrument'>;
}

/** Refreshes the daily bars of symbols that a source covers, as a task that the user can see and stop; joins one under way. */
export function refreshWork({ refresher, tasks, sources, read }: RefreshWorkParts): SymbolWork {
  return async (symbols, signal) => {
    const wanted = symbols.filter((symbol) => {
      const instrument = read.instrument(symbol);
      return instrument !== null && sources.forInstrument(instrument).length > 0;
    });
    if (wanted.length === 0) return { done: 0, failures: [] };
    const { task } = refresher.start({ symbols: wanted, subject: `${wanted.length}`, sources: [], freq: '1d', resume: false });
    const cancel = (): void => void tasks.cancel(task);
    signal.addEventListener('abort', cancel, { once: true });
    const ended = await tasks.finished(task);
    signal.removeEventListener('abort', cancel);
    if (ended.error !== null) throw new AppError(ended.error.code, ended.error.params);
    if (ended.state !== 'completed') throw new AppError('app.cancelled');
    // A refresh task's result has this shape.
    const result = ended.result as RefreshResult;
    return { done: result.upToDate + result.stale, failures: result.failures.map(({ symbol, error }) => ({ subject: symbol, error })) };
  };
}
