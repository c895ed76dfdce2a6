import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportFormat } from '../../src/shared/contract/reports.ts';
import { openTestApp, type TestApp } from '../main/app/open-test-app.ts';
import { findChromium } from '../find-chromium.ts';
import type { BenchRow } from './bench-row.ts';

const bars = 1_259;
const runs = { html: 12, pdf: 5 } as const;
const budgetsMs = { html: 300, pdf: 3_000 } as const;

/** A report of one symbol with five years of days, from the call to the manifest on disk; two runs to warm up. */
export async function bench(): Promise<BenchRow[]> {
  const profile = mkdtempSync(join(tmpdir(), 'chartroom-report-bench-'));
  const app = await openTestApp(profile);
  try {
    const text = Array.from({ length: bars }, (_, day) => `${new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10)},10,11,9,${(10 + Math.sin(day / 9)).toFixed(2)},${1_000 + day}`);
    await app.importText('bars.csv', `date,open,high,low,close,volume\n${text.join('\n')}\n`, { symbol: 'BENCH', market: 'US' });
    const formats: readonly ('html' | 'pdf')[] = findChromium() === null ? ['html'] : ['html', 'pdf'];
    const rows: BenchRow[] = [];
    for (const format of formats) {
      const times: number[] = [];
      for (let run = 0; run < runs[format]; run += 1) times.push(await makeReport(app, format));
      const measured = times.slice(2).toSorted((a, b) => a - b)[(runs[format] - 2) >> 1] ?? NaN;
      rows.push({ name: `one-symbol report, ${format.toUpperCase()}, ${bars} bars`, budget: `≤ ${budgetsMs[format]} ms`, measured, unit: 'ms', ratio: measured / budgetsMs[format] });
    }
    return rows;
  } finally {
    await app.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function makeReport(app: TestApp, format: ReportFormat): Promise<number> {
  const start = performance.now();
  const { task } = await app.invoke('reports.create', { symbol: 'BENCH', formats: [format], language: 'en' });
  const ended = await app.app.taskEnd(task);
  if (ended.error !== null) throw new Error(ended.error.code);
  return performance.now() - start;
}
