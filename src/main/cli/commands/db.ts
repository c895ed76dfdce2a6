import { resolve } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { formatUtc } from '../../../shared/time.ts';
import type { Command, CommandContext, CommandResult } from '../command.ts';
import { requiredText } from '../flag-values.ts';
import { textTable } from '../text-table.ts';

export const dbCommand: Command = {
  usage: 'db stats | check | clean [--dry-run] | archive FILE',
  options: { 'dry-run': { type: 'boolean', default: false } },
  access: ({ positionals }) => (['stats', undefined].includes(positionals[0]) ? 'read' : 'write'),
  async run({ positionals, values }, context) {
    const [action = 'stats', file] = positionals;
    switch (action) {
      case 'stats':
        return stats(context);
      case 'check': {
        const { problems } = await context.invoke('db.check', {});
        return { json: { problems }, text: problems.length === 0 ? 'ok' : problems.join('\n'), exitCode: problems.length === 0 ? 0 : 1 };
      }
      case 'clean': {
        const found = await context.invoke('db.clean', { dryRun: values['dry-run'] === true });
        const text = `${found.dryRun ? 'would remove' : 'removed'}: ${found.jobRuns} job runs, ${found.rejections} rejected rows, ${found.freeBytes} bytes of unused space`;
        return { json: found, text, exitCode: 0 };
      }
      case 'archive':
        return archive(requiredText(file, 'FILE'), context);
      default:
        throw new AppError('app.usage', { problem: `db ${action}: stats, check, clean, archive` });
    }
  },
};

async function stats({ invoke }: CommandContext): Promise<CommandResult> {
  const facts = await invoke('db.stats', {});
  const text = [
    `${facts.bytes} bytes, ${facts.freeBytes} unused, log ${facts.walBytes}; checked ${facts.checkedAt === null ? 'never' : formatUtc(facts.checkedAt)}`,
    textTable(['table', 'rows'], facts.tables.map(({ table, rows }) => [table, String(rows)])),
    textTable(['backup', 'kind', 'made', 'bytes'], facts.backups.map(({ name, kind, at, bytes }) => [name, kind, formatUtc(at), String(bytes)])),
  ].join('\n\n');
  return { json: facts, text, exitCode: 0 };
}

async function archive(file: string, { app, invoke }: CommandContext): Promise<CommandResult> {
  const path = resolve(file);
  await invoke('db.backup', { file: app.files.grantWrite(path).token, archive: true });
  return { json: { file: path }, text: path, exitCode: 0 };
}
