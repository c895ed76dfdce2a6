import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../../shared/app-error.ts';

const checkout = resolve(import.meta.dirname, '../../..');
const built = join(checkout, 'out', 'renderer', 'index.html');
const inputs = ['src', 'resources', 'package-lock.json', 'electron.vite.config.ts'];

/** The folder of the built renderer; from a checkout it is built first when it is missing or older than its sources. */
export function rendererRoot(): string {
  ensureBuilt();
  return join(checkout, 'out', 'renderer');
}

/** Builds main, preload and renderer when one of their sources is newer than the last build. */
export function ensureBuilt(): void {
  const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0;
  if (inputs.every((input) => newestChange(join(checkout, input)) <= builtAt)) return;
  process.stderr.write('Building the app (first start, or the sources changed) …\n');
  const tool = join(checkout, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], { cwd: checkout, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) throw new AppError('app.build');
}

function newestChange(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), 0);
}
