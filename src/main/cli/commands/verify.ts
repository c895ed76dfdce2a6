import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { Command } from '../command.ts';
import { requiredText } from '../flag-values.ts';
import { textTable } from '../text-table.ts';

export const verifyCommand: Command = {
  usage: 'verify MANIFEST',
  options: {},
  access: () => 'read',
  async run({ positionals }, { app, invoke }) {
    const file = requiredText(positionals[0], 'MANIFEST');
    const path = resolve(file);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw new AppError('file.missing', { file });
    const result = await invoke('reports.verify', { manifest: app.files.grantRead(path).token });
    const changed = result.items.filter(({ state }) => state === 'changed' || state === 'missing').map(({ name }) => name);
    const table = textTable(['', 'what', 'state'], result.items.map(({ kind, name, state }) => [kind, name, state]));
    return { json: { ...result, changed }, text: `${result.ok ? 'ok' : 'changed'}  ${result.symbol}  ${result.asOf}\n${table}`, exitCode: result.ok ? 0 : 1 };
  },
};
