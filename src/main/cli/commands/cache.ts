import { AppError, errorText } from '../../../shared/app-error.ts';
import { cacheRegionNames, type CacheRegionName } from '../../../shared/contract/cache.ts';
import type { MethodInput } from '../../../shared/contract/contract.ts';
import { formatUtc } from '../../../shared/time.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { Command, CommandContext, CommandResult } from '../command.ts';
import { choice, flagText, requiredText, wholeNumber } from '../flag-values.ts';
import { textTable } from '../text-table.ts';

export const cacheCommand: Command = {
  usage: 'cache stats | list [TEXT] [--region R] [--limit N] | get REGION KEY | clear [--region R] [--symbol S] [--prefix P] | warm [--watchlist W|--symbols A,B]',
  options: { region: { type: 'string' }, symbol: { type: 'string' }, prefix: { type: 'string' }, watchlist: { type: 'string' }, symbols: { type: 'string' }, limit: { type: 'string' } },
  access: ({ positionals }) => (['clear', 'warm'].includes(positionals[0] ?? '') ? 'write' : 'read'),
  run(parsed, context) {
    const [action = 'stats'] = parsed.positionals;
    switch (action) {
      case 'stats':
        return stats(context);
      case 'list':
        return list(parsed, context);
      case 'get':
        return get(parsed, context);
      case 'clear':
        return clear(parsed, context);
      case 'warm':
        return warm(parsed, context);
      default:
        throw new AppError('app.usage', { problem: `cache ${action}: stats, list, get, clear, warm` });
    }
  },
};

function regionOf(text: string): CacheRegionName {
  return choice(text, '--region', cacheRegionNames);
}

async function stats({ invoke }: CommandContext): Promise<CommandResult> {
  const statistics = await invoke('cache.stats', {});
  const levels = statistics.levels.map(({ level, state, entries, bytes, byteCap, problem }) => [level, state, String(entries), String(bytes), String(byteCap), problem ?? '']);
  const regions = statistics.regions.map(({ region, memory, disk, stale, fallbacks, fetches, failures, oldestAt }) => [
    region, `${memory.hits}/${memory.misses}`, `${disk.hits}/${disk.misses}`, String(stale), String(fallbacks), `${fetches}/${failures}`,
    String(memory.entries), String(disk.entries), String(memory.bytes + disk.bytes), `${memory.evictions}/${disk.evictions}`, oldestAt === null ? '–' : formatUtc(oldestAt),
  ]);
  const { profile, proposal } = statistics;
  const text = [
    textTable(['level', 'state', 'entries', 'bytes', 'cap', 'problem'], levels),
    textTable(['region', 'memory hit/miss', 'disk hit/miss', 'stale', 'fallbacks', 'fetched/failed', 'in memory', 'on disk', 'bytes', 'evicted', 'oldest'], regions),
    `profile ${profile.name}; proposed: ${proposal.name}${proposal.because.length > 0 ? ` (${proposal.because.join(', ')})` : ''}`,
  ].join('\n\n');
  return { json: statistics, text, exitCode: 0 };
}

async function list(parsed: ParsedArguments, { invoke }: CommandContext): Promise<CommandResult> {
  const input: MethodInput<'cache.list'> = { text: parsed.positionals[1] ?? '' };
  const [region, limit] = [flagText(parsed.values['region']), flagText(parsed.values['limit'])];
  if (region !== undefined) input.region = regionOf(region);
  if (limit !== undefined) input.limit = wholeNumber(limit, '--limit', 1, 1_000);
  const found = await invoke('cache.list', input);
  const rows = found.entries.map((entry) => [entry.region, entry.key, entry.age, formatUtc(entry.fetchedAt), entry.source, String(entry.bytes), entry.levels.join('+')]);
  return { json: found, text: `${textTable(['region', 'key', 'age', 'fetched', 'source', 'bytes', 'levels'], rows)}\n${rows.length} / ${found.total}`, exitCode: 0 };
}

async function get({ positionals }: ParsedArguments, { invoke }: CommandContext): Promise<CommandResult> {
  const entry = await invoke('cache.get', { region: regionOf(requiredText(positionals[1], 'REGION')), key: requiredText(positionals[2], 'KEY') });
  return { json: entry, text: `${entry.region} ${entry.key}  ${entry.age}  ${formatUtc(entry.fetchedAt)}  ${entry.source}\n${entry.json}`, exitCode: 0 };
}

async function clear(parsed: ParsedArguments, { invoke }: CommandContext): Promise<CommandResult> {
  const input: MethodInput<'cache.clear'> = {};
  const [region, symbol, prefix] = [flagText(parsed.values['region']), flagText(parsed.values['symbol']), flagText(parsed.values['prefix'])];
  if (region !== undefined) input.region = regionOf(region);
  if (symbol !== undefined) input.symbol = symbol;
  if (prefix !== undefined) input.prefix = prefix;
  const result = await invoke('cache.clear', input);
  return { json: result, text: `${result.removed} removed`, exitCode: 0 };
}

async function warm(parsed: ParsedArguments, { app, invoke, language }: CommandContext): Promise<CommandResult> {
  const input: MethodInput<'cache.warm'> = {};
  const [watchlist, symbols] = [flagText(parsed.values['watchlist']), flagText(parsed.values['symbols'])];
  if (watchlist !== undefined) input.watchlist = watchlist;
  if (symbols !== undefined) input.symbols = symbols.split(',').filter((symbol) => symbol !== '');
  const { task } = await invoke('cache.warm', input);
  const ended = await app.taskEnd(task);
  return { json: ended, text: ended.error === null ? `${ended.state}: ${JSON.stringify(ended.result)}` : errorText(ended.error.code, ended.error.params, language), exitCode: ended.state === 'completed' ? 0 : 1 };
}
