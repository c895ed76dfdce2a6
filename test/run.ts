/**
 * The test command: types, lint, build, unit and contract tests, and the browser tests where a Chromium is found.
 * Its last line is `N passed, N failed`, with `, N skipped` when some were.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { electronBinary } from './e2e/electron-binary.ts';
import { findChromium } from './find-chromium.ts';
import { referenceRoot } from './reference-data.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const root = resolve(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
const reports = join(root, '.cache', 'test-reports');
const windows = process.platform === 'win32';

function commandOf(tool: string): string {
  return join(bin, windows ? `${tool}.cmd` : tool);
}

function run(tool: string, args: readonly string[]): boolean {
  console.log(`\n> ${tool} ${args.join(' ')}`);
  const result = spawnSync(commandOf(tool), args, { cwd: root, stdio: 'inherit', shell: windows });
  return result.status === 0;
}

/** Runs one of several checks that go side by side; what it says is shown whole, once it has ended. */
async function check(tool: string, args: readonly string[]): Promise<Counts> {
  const child = spawn(commandOf(tool), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: windows });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  const ok = await new Promise<boolean>((resolve) => {
    child.once('error', (error) => {
      text += String(error);
      resolve(false);
    });
    child.once('close', (status) => resolve(status === 0));
  });
  console.log(`\n> ${tool} ${args.join(' ')}\n${text.trimEnd()}`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** Runs vitest and reads its own counts; a run that wrote none has failed as a whole. */
function suite(name: string, args: readonly string[]): Counts {
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const ok = run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...args]);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
  const failed = numFailedTests ?? 0;
  return {
    passed: numPassedTests ?? 0,
    // A file that cannot be loaded fails the run without failing a test.
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
}

mkdirSync(reports, { recursive: true });
const chromium = findChromium();
const all: Counts[] = await Promise.all([check('tsc', ['-b']), check('oxlint', ['--deny-warnings']), check('electron-vite', ['build'])]);
all.push(suite('unit', []));
if (chromium !== null) all.push(suite('e2e', ['--config', 'vitest.e2e.config.ts']));

const total = all.reduce((sum, part) => ({
  passed: sum.passed + part.passed,
  failed: sum.failed + part.failed,
  skipped: sum.skipped + part.skipped,
}));
console.log('');
if (chromium === null) console.log('Skipped: browser tests. Install Chromium, or set CHARTROOM_CHROMIUM to its path, to enable them.');
if (electronBinary() === null) console.log('Skipped: desktop window tests. Run `npx install-electron` to fetch the desktop runtime and enable them.');
if (!existsSync(referenceRoot)) {
  console.log(`Skipped: tests on reference data. Put it at ${referenceRoot}, or set CHARTROOM_REFERENCE to its folder, to enable them.`);
}
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
