import { closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/app-error.ts';

/** The steps of a write, so that a test can make each of them fail. */
export interface FileSteps {
  open: typeof openSync;
  write: typeof writeSync;
  sync: typeof fsyncSync;
  close: typeof closeSync;
  rename: typeof renameSync;
}

const realSteps: FileSteps = { open: openSync, write: writeSync, sync: fsyncSync, close: closeSync, rename: renameSync };

/**
 * Replaces a file whole or not at all: a temporary file in the same folder, written and synced, then renamed over it, then the
 * folder synced. A link in the file's place is refused, because it could lead anywhere.
 */
export function atomicWrite(path: string, content: string | Uint8Array, steps: FileSteps = realSteps): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) throw new AppError('file.link', { file: path });
  const temporary = `${path}.partial`;
  try {
    writeSynced(temporary, typeof content === 'string' ? Buffer.from(content, 'utf8') : content, steps);
    steps.rename(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw explained(error, path);
  }
  syncFolder(dirname(path), steps);
}

function writeSynced(path: string, bytes: Uint8Array, steps: FileSteps): void {
  const handle = steps.open(path, 'w');
  try {
    for (let written = 0; written < bytes.length; ) written += steps.write(handle, bytes, written, bytes.length - written);
    steps.sync(handle);
  } finally {
    steps.close(handle);
  }
}

/** Windows cannot open a folder; its rename is durable without. */
function syncFolder(folder: string, steps: FileSteps): void {
  if (process.platform === 'win32') return;
  const handle = steps.open(folder, 'r');
  try {
    steps.sync(handle);
  } finally {
    steps.close(handle);
  }
}

function explained(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('file.full', { file }, { cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new AppError('file.denied', { file }, { cause: error });
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('file.folder', { file }, { cause: error });
  return error;
}
