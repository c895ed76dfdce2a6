import { readFileSync } from 'node:fs';
import { AppError } from '../../../shared/app-error.ts';
import type { Watchlist, WatchlistAddition } from '../../../shared/contract/watchlists.ts';
import { watchlistNamed } from '../../api/choose-symbols.ts';
import type { Command, CommandContext, CommandResult } from '../command.ts';
import { choice, flagText, flagTexts, requiredText } from '../flag-values.ts';
import { textTable } from '../text-table.ts';

const actions = ['list', 'show', 'add', 'drop', 'rename', 'remove'] as const;

export const watchlistCommand: Command = {
  usage: 'watchlist list | show NAME | add NAME SYMBOL… [--file FILE] [--group G] [--tag T]… | drop NAME SYMBOL… | rename NAME NEW | remove NAME',
  options: { file: { type: 'string' }, group: { type: 'string' }, tag: { type: 'string', multiple: true } },
  access: ({ positionals }) => (['list', 'show'].includes(positionals[0] ?? 'list') ? 'read' : 'write'),
  async run({ positionals, values }, context) {
    const [given = 'list', name, ...symbols] = positionals;
    const action = choice(given, 'watchlist', actions);
    const lists = await context.invoke('watchlists.list', {});
    if (action === 'list') return listed(lists);
    if (action === 'add') return add(requiredText(name, 'NAME'), lists, { symbols, values }, context);
    const list = watchlistNamed(requiredText(name, 'NAME'), lists);
    switch (action) {
      case 'show':
        return shown(list);
      case 'drop':
        requiredText(symbols[0], 'SYMBOL');
        return dropped(list, await context.invoke('watchlists.drop', { id: list.id, symbols }));
      case 'rename':
        return shown(await context.invoke('watchlists.save', { id: list.id, name: requiredText(symbols[0], 'NEW') }));
      case 'remove':
        await context.invoke('watchlists.remove', { id: list.id });
        return { json: { removed: list.name }, text: list.name, exitCode: 0 };
    }
  },
};

interface Added {
  readonly symbols: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** Adds to a list, which is made where there is none of the name. */
async function add(name: string, lists: readonly Watchlist[], { symbols, values }: Added, { invoke }: CommandContext): Promise<CommandResult> {
  const [file, group] = [flagText(values['file']), flagText(values['group'])];
  const tags = flagTexts(values['tag']);
  const text = [...symbols, ...(file === undefined ? [] : [readText(file)])].join('\n');
  const old = lists.find((list) => list.name.toLowerCase() === name.toLowerCase());
  const list = await invoke('watchlists.save', { ...(old === undefined ? { name } : { id: old.id }), ...(group === undefined ? {} : { group }) });
  if (text === '') return shown(list);
  const done = await invoke('watchlists.add', { id: list.id, text, tags });
  const { watchlist, ...counts } = done;
  return { json: { ...listJson(watchlist), ...counts }, text: additionText(done), exitCode: done.unclear.length > 0 ? 1 : 0 };
}

/** Nothing that was named was in the list: that is a failure. */
function dropped(before: Watchlist, after: Watchlist): CommandResult {
  return { ...shown(after), exitCode: after.members.length < before.members.length ? 0 : 1 };
}

function listed(lists: readonly Watchlist[]): CommandResult {
  const rows = lists.map(({ name, group, members }) => [name, group ?? '–', String(members.length)]);
  return { json: { watchlists: lists.map(listJson) }, text: textTable(['name', 'group', 'symbols'], rows), exitCode: 0 };
}

function shown(list: Watchlist): CommandResult {
  const text = [`${list.name}: ${list.members.length}`, ...list.members.map(({ symbol, tags }) => `  ${[symbol, ...tags].join('  ')}`)].join('\n');
  return { json: listJson(list), text, exitCode: 0 };
}

function listJson({ name, group, members }: Watchlist) {
  return { name, group, symbols: members.map(({ symbol }) => symbol), members };
}

function additionText({ watchlist, added, known, missing, unclear }: WatchlistAddition): string {
  return [
    `${watchlist.name}: ${watchlist.members.length} (+${added}, ${known} known)`,
    ...(missing.length > 0 ? [`  no bars yet: ${missing.join(', ')}`] : []),
    ...unclear.map(({ line, text, candidates }) => `  line ${line}: ${text}: ${candidates.length > 0 ? candidates.join(' | ') : '?'}`),
  ].join('\n');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new AppError('file.missing', { file }, { cause: error });
  }
}
