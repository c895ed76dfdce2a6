import { copyFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { UtcMs } from '../../shared/time.ts';
import { listBackups } from './backup.ts';
import { inspectStore } from './inspect-store.ts';
import { moveAside } from './move-aside.ts';
import type { Recovery } from './store.ts';
import { syncPath } from './sync-path.ts';

/**
 * The recovery ladder: move the damaged store aside with its log, put the newest backup that validates in its place, else leave
 * the place empty for a fresh store. Backups are at rest, so they may be copied as files.
 */
export function recover(file: string, reason: string, now: UtcMs): Recovery {
  const movedTo = moveAside(file, now);
  for (const backup of listBackups(file)) {
    if (!isUsable(backup.file)) continue;
    const part = `${file}.part`;
    copyFileSync(backup.file, part);
    syncPath(part, 'file');
    renameSync(part, file);
    syncPath(dirname(file), 'folder');
    return { movedTo, reason, backup: { file: backup.file, at: backup.at } };
  }
  return { movedTo, reason, backup: null };
}

/** A backup of a newer build or another program is as good as none here. */
function isUsable(file: string): boolean {
  try {
    return inspectStore(file, true).state === 'sound';
  } catch {
    return false;
  }
}
