import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { AppError } from '../../../shared/app-error.ts';
import type { Command, CommandContext } from '../command.ts';
import { requiredText } from '../flag-values.ts';

export const restoreCommand: Command = {
  usage: 'restore FILE|BACKUP-NAME',
  options: {},
  access: () => 'write',
  async run({ positionals }, context) {
    const name = requiredText(positionals[0], 'FILE');
    const path = resolve(name);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) await context.invoke('db.restore', { backup: name });
    else if (path.endsWith('.gz')) await restoreArchive(path, context);
    else await context.invoke('db.restore', { file: context.app.files.grantRead(path).token });
    const { symbols } = await context.invoke('symbols.list', {});
    return { json: { restored: name, symbols: symbols.length }, text: `${name}: ${symbols.length} symbols`, exitCode: 0 };
  },
};

/** What `db archive` wrote, unpacked beside other temporary files for as long as it takes. */
async function restoreArchive(path: string, { app, ports, invoke }: CommandContext): Promise<void> {
  const folder = mkdtempSync(join(ports.paths.temporary, 'chartroom-restore-'));
  try {
    const unpacked = join(folder, 'backup.db');
    await pipeline(createReadStream(path), createGunzip(), createWriteStream(unpacked)).catch((error: unknown) => {
      throw new AppError('store.backupInvalid', { file: path, problem: 'it cannot be unpacked' }, { cause: error });
    });
    await invoke('db.restore', { file: app.files.grantRead(unpacked).token });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
