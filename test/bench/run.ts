/**
 * Runs every `*.bench.ts` here, each in a process of its own so that none meets the heap of another, and prints one table of budget,
 * measured and ratio. `npm run bench -- store chart` runs some of them.
 */
import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchRow } from './bench-row.ts';

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
  .sort();

/** The rows of a file; null where it ended without any, having told why on the error stream. */
function rowsOf(file: string): Promise<readonly BenchRow[] | null> {
  return new Promise((resolve, reject) => {
    let rows: readonly BenchRow[] | null = null;
    const child = fork(join(import.meta.dirname, 'run-file.ts'), [join(import.meta.dirname, file)], { serialization: 'advanced' });
    child.on('message', (message) => {
      // The child sends nothing else.
      rows = message as readonly BenchRow[];
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0 ? rows : null));
  });
}

const rows: BenchRow[] = [];
const failed: string[] = [];
for (const file of files) {
  console.error(`… ${file}`);
  const measured = await rowsOf(file);
  if (measured === null) failed.push(file);
  else rows.push(...measured);
}
const cells = rows.map((row) => [
  row.name,
  row.budget || '–',
  `${row.measured.toPrecision(4)} ${row.unit}`,
  row.ratio === null ? '–' : row.ratio.toFixed(2),
  row.ratio === null ? '' : row.ratio <= 1 ? 'within' : 'OVER',
]);
const table = [['work', 'budget', 'measured', 'ratio', ''], ...cells];
const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
if (failed.length > 0) {
  console.error(`failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
