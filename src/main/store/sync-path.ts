import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes a file, or the names in a folder, durable. Systems that cannot open a folder sync names by themselves. */
export function syncPath(path: string, kind: 'file' | 'folder'): void {
  if (kind === 'folder' && process.platform === 'win32') return;
  const descriptor = openSync(path, kind === 'file' ? 'r+' : 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
