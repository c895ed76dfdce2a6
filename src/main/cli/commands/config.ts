import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../../shared/app-error.ts';
import type { Setting } from '../../../shared/contract/settings.ts';
import { checkSetting, settingFromText } from '../../settings/settings.ts';
import type { Command, CommandContext, CommandResult } from '../command.ts';
import { requiredText } from '../flag-values.ts';
import { textTable } from '../text-table.ts';

const exported = z.strictObject({ settings: z.record(z.string().max(64), z.union([z.string(), z.number(), z.boolean()])) });

export const configCommand: Command = {
  usage: 'config list | get KEY | set KEY VALUE | reset KEY | export FILE | import FILE',
  options: {},
  access: ({ positionals }) => (['set', 'reset', 'import'].includes(positionals[0] ?? '') ? 'write' : 'read'),
  async run({ positionals }, context) {
    const [action = 'list', first, second] = positionals;
    switch (action) {
      case 'list':
        return listed(await context.invoke('settings.list', {}));
      case 'get':
        return one(await find(context, requiredText(first, 'KEY')));
      case 'set': {
        const key = requiredText(first, 'KEY');
        return one(await context.invoke('settings.set', { key, value: settingFromText(key, requiredText(second, 'VALUE')) }));
      }
      case 'reset':
        return one(await context.invoke('settings.reset', { key: requiredText(first, 'KEY') }));
      case 'export':
        return exportTo(requiredText(first, 'FILE'), await context.invoke('settings.list', {}));
      case 'import':
        return importFrom(requiredText(first, 'FILE'), context);
      default:
        throw new AppError('app.usage', { problem: `config ${action}: list, get, set, reset, export, import` });
    }
  },
};

function listed(settings: readonly Setting[]): CommandResult {
  const rows = settings.map(({ key, value, origin }) => [key, String(value), origin]);
  return { json: { settings }, text: textTable(['key', 'value', 'origin'], rows), exitCode: 0 };
}

function one(setting: Setting): CommandResult {
  return { json: setting, text: `${setting.key} = ${String(setting.value)} (${setting.origin})`, exitCode: 0 };
}

async function find(context: CommandContext, key: string): Promise<Setting> {
  const found = (await context.invoke('settings.list', {})).find((setting) => setting.key === key);
  if (found === undefined) throw new AppError('settings.unknown', { key });
  return found;
}

/** Only what was set is written: defaults of a later version should reach whoever imports the file. */
function exportTo(file: string, settings: readonly Setting[]): CommandResult {
  const own = settings.filter(({ origin }) => origin !== 'default');
  const content = { settings: Object.fromEntries(own.map(({ key, value }) => [key, value])) };
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { flag: 'wx' });
  return { json: { file, settings: own.length }, text: `${own.length} → ${file}`, exitCode: 0 };
}

async function importFrom(file: string, context: CommandContext): Promise<CommandResult> {
  const { settings } = readExported(file);
  const entries = Object.entries(settings);
  // Everything is checked before anything is stored.
  for (const [key, value] of entries) checkSetting(key, value);
  const stored: Setting[] = [];
  for (const [key, value] of entries) stored.push(await context.invoke('settings.set', { key, value }));
  return listed(stored);
}

function readExported(file: string) {
  try {
    return exported.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new AppError('settings.file', { file }, { cause: error });
  }
}
