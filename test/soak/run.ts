/** Runs the long campaigns one after another: every other `*.ts` here, or those named on the command line. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && name !== 'run.ts' && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
  .sort();
let failed = 0;
for (const file of files) {
  console.log(`\n> ${file}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file)], { stdio: 'inherit' });
  if (status !== 0) failed += 1;
}
console.log(`\n${files.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
