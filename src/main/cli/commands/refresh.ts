import { AppError } from '../../../shared/app-error.ts';
import type { RefreshResult } from '../../../shared/contract/refresh.ts';
import { frequencies } from '../../../shared/frequency.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import type { Command } from '../command.ts';
import { failureLine } from '../failure-line.ts';
import { choice } from '../flag-values.ts';
import { followTask } from '../follow-task.ts';

export const refreshCommand: Command = {
  usage: 'refresh [SYMBOL…|--watchlist NAME] [--source NAME]… [--freq 1d|5m|…] [--resume]',
  options: {
    watchlist: { type: 'string' },
    source: { type: 'string', multiple: true },
    freq: { type: 'string' },
    resume: { type: 'boolean' },
  },
  access: () => 'write',
  async run({ positionals, values }, context) {
    const { watchlist, source, freq, resume } = values;
    if (positionals.length > 0 && typeof watchlist === 'string') throw new AppError('app.usage', { problem: 'SYMBOL and --watchlist exclude each other' });
    const { task } = await context.invoke('refresh.start', {
      ...(positionals.length > 0 ? { symbols: [...positionals] } : {}),
      ...(typeof watchlist === 'string' ? { watchlist } : {}),
      sources: Array.isArray(source) ? source.map(String) : [],
      freq: typeof freq === 'string' ? choice(freq, '--freq', frequencies) : '1d',
      resume: resume === true,
    });
    const ended = await followTask(task, 'refresh', context);
    // The result of a task of kind `refresh`, as the contract says.
    const result = ended.result as RefreshResult;
    return { json: result, text: summary(result, context.language), exitCode: result.failed > 0 || (result.folder?.failures.length ?? 0) > 0 ? 1 : 0 };
  },
};

function summary({ symbols, upToDate, stale, failed, addedBars, revisedBars, rebased, causes, failures, staleSymbols, sampled, folder }: RefreshResult, language: Language): string {
  const count = (value: number): string => value.toLocaleString('en-US');
  const parts = [`${count(upToDate)} of ${count(symbols)} up to date`, ...(stale > 0 ? [`${count(stale)} behind`] : []), ...(failed > 0 ? [`${count(failed)} failed: ${causes.map((cause) => `${cause.count} ${cause.code}`).join(', ')}`] : [])];
  const lines = [
    parts.join(', '),
    `${count(addedBars)} bars added, ${count(revisedBars)} revised${rebased.length > 0 ? `; history fetched again after a split: ${rebased.join(', ')}` : ''}`,
    ...(sampled === null || sampled.compared === 0 ? [] : [`${count(sampled.compared)} held against a second source${sampled.differing.length > 0 ? `, which differs on: ${sampled.differing.join(', ')}` : ', which agrees'}`]),
    ...(folder === null ? [] : [`watched folder: ${count(folder.files)} files, ${count(folder.bars)} bars`, ...folder.failures.map(({ file, error }) => failureLine(file, error, language))]),
    ...failures.map(({ symbol, error }) => failureLine(symbol, error, language)),
    ...staleSymbols.map((symbol) => `${symbol}: no source has the newest session`),
  ];
  return lines.join('\n');
}
