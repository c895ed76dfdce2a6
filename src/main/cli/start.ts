/** `npm start`: the desktop app where it can run, else the loopback host; says in one line which and why. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import { checkRuntime } from '../node/check-runtime.ts';
import { chooseHost } from './choose-host.ts';
import { ensureBuilt } from './renderer-root.ts';

checkRuntime();
const checkout = resolve(import.meta.dirname, '../../..');
const electronFolder = join(checkout, 'node_modules', 'electron');
const main = join(import.meta.dirname, 'main.ts');

/** Where the package keeps its binary once it has been downloaded. */
function electronBinary(): string | null {
  const pointer = join(electronFolder, 'path.txt');
  if (!existsSync(pointer)) return null;
  const binary = join(electronFolder, 'dist', readFileSync(pointer, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Asks the package to fetch its binary, once; offline it fails fast. */
function fetchElectron(): boolean {
  const installer = join(electronFolder, 'install.js');
  if (!existsSync(installer)) return false;
  process.stderr.write('Fetching the desktop runtime (once) …\n');
  return spawnSync(process.execPath, [installer], { cwd: checkout, stdio: 'ignore', timeout: 120_000 }).status === 0;
}

try {
  ensureBuilt();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`chartroom: ${error.message}\n`);
  process.exit(1);
}
const choice = chooseHost({ platform: process.platform, environment: process.env, hasBinary: () => electronBinary() !== null, fetchElectron });
process.stderr.write(`${choice.reason}\n`);
const args = process.argv.slice(2);
const binary = electronBinary();
const child =
  choice.host === 'desktop' && binary !== null
    ? spawn(binary, ['.', ...args], { cwd: checkout, stdio: 'inherit' })
    : spawn(process.execPath, [main, 'serve', '--open', ...args], { cwd: process.cwd(), stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
