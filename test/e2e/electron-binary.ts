import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Electron's binary as its package fetched it; null where it did not. Set ELECTRON_OVERRIDE_DIST_PATH to one that lies elsewhere. */
export function electronBinary(): string | null {
  const folder = resolve(import.meta.dirname, '../../node_modules/electron');
  const pointer = join(folder, 'path.txt');
  const name = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : 'electron';
  const binary = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name);
  return existsSync(binary) ? binary : null;
}
