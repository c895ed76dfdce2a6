import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { UtcMs } from '../../shared/time.ts';
import { compactUtc, parseCompactUtc } from './compact-utc.ts';
import type { Connection } from './connect.ts';
import { findProblems } from './integrity.ts';
import { syncPath } from './sync-path.ts';

/** Why a backup was made; each kind keeps its own number of newest ones. */
export type BackupKind = 'regular' | 'before-migration' | 'before-restore';

export interface BackupFile {
  readonly file: string;
  readonly kind: BackupKind;
  readonly at: UtcMs;
}

const kept: Readonly<Record<BackupKind, number>> = { regular: 5, 'before-migration': 3, 'before-restore': 3 };

/** What a process that died while it made a backup leaves behind. */
const partSuffix = '.part';
/** 4 MiB a step: other work passes in between. */
const pagesPerStep = 512;
/** A program other than us that writes makes SQLite begin the copy again. */
const allowedRestarts = 3;

/** Where the backups of a store lie. */
export function backupFolder(store: string): string {
  return join(dirname(store), 'backups');
}

/**
 * Copies an open store into its backup folder by SQLite's own means, never as a plain file: the newest commits are in the log.
 * The copy is checked and synced before it gets its name, so what bears one is whole. Answers the backup's path.
 */
export async function writeBackup(database: Connection, kind: BackupKind, now: UtcMs): Promise<string> {
  const folder = backupFolder(database.name);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith(partSuffix)) rmSync(join(folder, name), { force: true });
  const target = join(folder, `${basename(database.name, '.db')}-${kind}-${compactUtc(now)}.db`);
  const part = target + partSuffix;
  await database.backup(part, { progress: boundedSteps() });
  finishCopy(part);
  renameSync(part, target);
  syncPath(folder, 'folder');
  for (const old of listBackups(database.name).filter((backup) => backup.kind === kind).slice(kept[kind])) rmSync(old.file, { force: true });
  return target;
}

/** The backups of a store, newest first. */
export function listBackups(store: string): readonly BackupFile[] {
  const folder = backupFolder(store);
  const pattern = /^(.+)-(regular|before-migration|before-restore)-(\d{8}T\d{6}Z)\.db$/;
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  const found: BackupFile[] = [];
  for (const name of names) {
    const match = pattern.exec(name);
    const at = parseCompactUtc(match?.[3] ?? '');
    if (match?.[1] === basename(store, '.db') && at !== null) found.push({ file: join(folder, name), kind: match[2] as BackupKind, at });
  }
  return found.sort((a, b) => b.at - a.at);
}

function boundedSteps(): (progress: { readonly remainingPages: number }) => number {
  let restarts = 0;
  let before = Infinity;
  return ({ remainingPages }) => {
    if (remainingPages > before) restarts++;
    if (restarts > allowedRestarts) throw new Error('another program keeps writing to the store');
    before = remainingPages;
    return pagesPerStep;
  };
}

/** Makes a fresh copy one file without a log, looks it through, syncs it. */
function finishCopy(file: string): void {
  const copy = new Database(file, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = delete');
    const [problem] = findProblems(copy);
    if (problem !== undefined) throw new Error(`the backup is not sound: ${problem}`);
  } finally {
    copy.close();
  }
  syncPath(file, 'file');
}
