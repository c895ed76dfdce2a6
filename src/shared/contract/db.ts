import { z } from 'zod';
import type { UtcMs } from '../time.ts';
import type { AppInfo } from './app.ts';
import { defineMethod } from './define-method.ts';
import { fileToken, text } from './field.ts';

export interface TableFacts {
  readonly table: string;
  readonly rows: number;
}

export interface BackupRow {
  /** The file's name in the store's backups folder. */
  readonly name: string;
  readonly kind: 'regular' | 'before-migration' | 'before-restore';
  readonly at: UtcMs;
  readonly bytes: number;
}

export interface StoreFacts {
  readonly bytes: number;
  readonly walBytes: number;
  /** Space within the file that nothing uses; a clean-up gives it back. */
  readonly freeBytes: number;
  /** When the file was last looked through; null when never. */
  readonly checkedAt: UtcMs | null;
  readonly tables: readonly TableFacts[];
  /** Newest first. */
  readonly backups: readonly BackupRow[];
}

/** What a clean-up removes, or would: history of jobs and rejected rows of imports older than 90 days, and unused space. */
export interface CleanUp {
  readonly dryRun: boolean;
  readonly jobRuns: number;
  readonly rejections: number;
  readonly freeBytes: number;
}

const nothing = z.strictObject({});

export const dbMethods = {
  'db.stats': defineMethod<StoreFacts>()(nothing),
  /** Looks at every page, reference and checksum; names what is wrong. */
  'db.check': defineMethod<{ readonly problems: readonly string[] }>()(nothing),
  /** With `dryRun` nothing is changed. */
  'db.clean': defineMethod<CleanUp>()(z.strictObject({ dryRun: z.boolean() })),
  /** Writes a checked copy into the backups folder, and to `file` too where one is given; `archive` compresses that one. */
  'db.backup': defineMethod<BackupRow>()(z.strictObject({ file: fileToken.exactOptional(), archive: z.boolean().default(false) })),
  /** Puts a backup in the store's place: one of the folder by its name, or a file. What stood there becomes a backup itself. */
  'db.restore': defineMethod<AppInfo>()(z.strictObject({ backup: text(200, 1).exactOptional(), file: fileToken.exactOptional() })),
};
