import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Grows when the demo's contents change. */
const demoVersion = 2;

/** The folder of the demo's workspace. A demo of another version goes: nothing in it is the user's own. */
export function demoFolder(parent: string): string {
  const name = `v${demoVersion}`;
  if (existsSync(parent)) {
    for (const other of readdirSync(parent)) if (other !== name) rmSync(join(parent, other), { recursive: true, force: true });
  }
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
