import { copyFile, rename, rm } from 'node:fs/promises';
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { AppError } from '../../shared/app-error.ts';
import type { AppInfo } from '../../shared/contract/app.ts';
import type { BackupRow } from '../../shared/contract/db.ts';
import { dayMs, type UtcMs } from '../../shared/time.ts';
import type { FileTokens } from '../files/file-tokens.ts';
import type { Clock } from '../ports.ts';
import { listBackups, type BackupFile } from '../store/backup.ts';
import type { Store } from '../store/store.ts';
import type { HandlersOf } from './handlers.ts';

interface DbHandlerParts {
  readonly store: Store;
  /** The store's own file. */
  readonly file: string;
  readonly files: FileTokens;
  readonly clock: Clock;
  /** How many days job runs and rejected rows are kept. */
  readonly keptDays: () => number;
  /** Opens the workspace anew from a backup. */
  readonly restore: (backup: string) => Promise<AppInfo>;
}

/** The store as a file: what is in it, whether it is sound, its backups. */
export function dbHandlers({ store, file, files, clock, keptDays, restore }: DbHandlerParts): HandlersOf<'db'> {
  return {
    'db.stats': () => {
      const { bytes, walBytes } = store.health();
      return { bytes, walBytes, ...store.read.facts(), checkedAt: store.read.checkedAt(), backups: listBackups(file).map(rowOf) };
    },
    'db.check': async () => ({ problems: await store.write.check() }),
    'db.clean': ({ dryRun }) => store.write.cleanUp((clock.now() - keptDays() * dayMs) as UtcMs, dryRun),
    'db.backup': async ({ file: token, archive }) => {
      const target = token === undefined ? null : files.resolve(token, 'write').path;
      if (target !== null && existsSync(target)) throw new AppError('file.exists', { file: basename(target) });
      const made = await store.write.backup();
      if (target !== null) await copyOut(made, target, archive);
      const row = listBackups(file).find((backup) => backup.file === made);
      if (row === undefined) throw new Error(`no backup ${made}`);
      return rowOf(row);
    },
    'db.restore': ({ backup, file: token }) => {
      if (token !== undefined) return restore(files.resolve(token, 'read').path);
      const found = listBackups(file).find((one) => basename(one.file) === backup);
      if (found === undefined) throw new AppError('store.backupInvalid', { file: backup ?? '', problem: 'there is no such backup' });
      return restore(found.file);
    },
  };
}

function rowOf({ file, kind, at }: BackupFile): BackupRow {
  return { name: basename(file), kind, at, bytes: statSync(file).size };
}

/** The copy gets its name when it is whole. */
async function copyOut(from: string, target: string, archive: boolean): Promise<void> {
  const part = `${target}.part`;
  try {
    if (archive) await pipeline(createReadStream(from), createGzip(), createWriteStream(part, { flags: 'wx' }));
    else await copyFile(from, part);
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
