/** Runs every `*.bench.ts` here and prints one table of budget, measured and ratio. `npm run bench -- store chart` runs some of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchRow } from './bench-row.ts';

const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
  .sort();
const rows: BenchRow[] = [];
for (const file of files) {
  const { bench } = (await import(pathToFileURL(join(import.meta.dirname, file)).href)) as { bench: () => Promise<BenchRow[]> };
  console.error(`… ${file}`);
  rows.push(...(await bench()));
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
