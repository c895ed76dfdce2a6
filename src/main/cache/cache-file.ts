import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Paths } from '../ports.ts';
import { openCacheDatabase } from './open-cache-database.ts';

/** The cache's database, shared by all that keep something there. */
export interface CacheFile {
  /** Beside a running app what lies on disk is read and nothing is kept there. */
  readonly access: 'read' | 'write';
  /** Whether there is one to open: beside a running app none is made. */
  isThere(): boolean;
  /** Opened by the first call, so that a command that needs none waits for none. */
  open(): Database.Database;
  close(): void;
}

export function cacheFile({ profile }: Pick<Paths, 'profile'>, access: 'read' | 'write'): CacheFile {
  const file = join(profile, 'cache.db');
  let database: Database.Database | null = null;
  return {
    access,
    isThere: () => access === 'write' || existsSync(file),
    open: () => (database ??= openCacheDatabase(file, access)),
    close: () => void database?.close(),
  };
}
