import { existsSync, renameSync } from 'node:fs';
import type { UtcMs } from '../../shared/time.ts';
import { compactUtc } from './compact-utc.ts';

/** The files SQLite keeps for one database. */
export const databaseSuffixes = ['', '-wal', '-shm'] as const;

/** Renames a damaged store and what belongs to it to `….corrupt-<utc>`; answers the new path. Nothing is ever deleted. */
export function moveAside(file: string, now: UtcMs): string {
  const wanted = `${file}.corrupt-${compactUtc(now)}`;
  let target = wanted;
  for (let attempt = 2; existsSync(target); attempt++) target = `${wanted}-${attempt}`;
  for (const suffix of databaseSuffixes) {
    if (existsSync(file + suffix)) renameSync(file + suffix, target + suffix);
  }
  return target;
}
