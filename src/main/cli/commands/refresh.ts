import { AppError } from '../../../shared/app-error.ts';
import type { RefreshResult } from '../../../shared/contract/refresh.ts';
import { frequencies } from '../../../shared/frequency.ts';
import type { Command } from '../command.ts';
import { choice } from '../flag-values.ts';

export const refreshCommand: Command = {
  usage: 'refresh [SYMBOL…|--watchlist NAME] [--source NAME]… [--freq 1d|5m|…] [--resume]',
  options: {
    watchlist: { type: 'string' },
    source: { type: 'string', multiple: true },
    freq: { type: 'string' },
    resume: { type: 'boolean' },
  },
  access: () => 'write',
  async run({ positionals, values }, { app, invoke, progress, signal }) {
    const { watchlist, source, freq, resume } = values;
    if (positionals.length > 0 && typeof watchlist === 'string') throw new AppError('app.usage', { problem: 'SYMBOL and --watchlist exclude each other' });
    const { task } = await invoke('refresh.start', {
      ...(positionals.length > 0 ? { symbols: [...positionals] } : {}),
      ...(typeof watchlist === 'string' ? { watchlist } : {}),
      sources: Array.isArray(source) ? source.map(String) : [],
      freq: typeof freq === 'string' ? choice(freq, '--freq', frequencies) : '1d',
      resume: resume === true,
    });
    const stop = app.events.subscribe((event) => {
      if (event.type !== 'task' || event.event.task !== task || event.event.snapshot === null) return;
      const { done, total } = event.event.snapshot;
      if (total !== null && total > 0) progress(`refresh  ${done} / ${total}`);
    });
    signal.addEventListener('abort', () => void invoke('tasks.cancel', { task }), { once: true });
    try {
      const ended = await app.taskEnd(task);
      if (ended.state === 'failed' && ended.error !== null) throw new AppError(ended.error.code, ended.error.params);
      if (ended.state !== 'completed') throw new AppError('app.cancelled');
      // The result of a task of kind `refresh`, as the contract says.
      const result = ended.result as RefreshResult;
      return { json: result, text: summary(result), exitCode: result.failed > 0 || (result.folder?.failures.length ?? 0) > 0 ? 1 : 0 };
    } finally {
      stop();
    }
  },
};

function summary({ symbols, upToDate, stale, failed, addedBars, revisedBars, rebased, causes, failures, staleSymbols, folder }: RefreshResult): string {
  const count = (value: number): string => value.toLocaleString('en-US');
  const parts = [`${count(upToDate)} of ${count(symbols)} up to date`, ...(stale > 0 ? [`${count(stale)} behind`] : []), ...(failed > 0 ? [`${count(failed)} failed: ${causes.map((cause) => `${cause.count} ${cause.code}`).join(', ')}`] : [])];
  const lines = [
    parts.join(', '),
    `${count(addedBars)} bars added, ${count(revisedBars)} revised${rebased.length > 0 ? `; history fetched again after a split: ${rebased.join(', ')}` : ''}`,
    ...(folder === null ? [] : [`watched folder: ${count(folder.files)} files, ${count(folder.bars)} bars`, ...folder.failures.map(({ file, error }) => `${file}: ${error.message}`)]),
    ...failures.map(({ symbol, error }) => `${symbol}: ${error.message}`),
    ...staleSymbols.map((symbol) => `${symbol}: no source has the newest session`),
  ];
  return lines.join('\n');
}
