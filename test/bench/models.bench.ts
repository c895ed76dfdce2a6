import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSeededRandom } from '../../src/shared/seeded-random.ts';
import { industryTrend } from '../../src/analysis/universe/industry-trend.ts';
import { rankTable, type DailyFacts, type RankTable } from '../../src/analysis/universe/rank-table.ts';
import { hasSp500, sp500Frame } from '../analysis/sp500-frame.ts';
import type { BenchRow } from './bench-row.ts';
import { medianMs } from './median-ms.ts';
import { scanUniverse, type UniverseScan } from './universe-scan.ts';
import type { UniverseStoreFigures } from './universe-store.ts';

/** A rank table of exactly `records` records over `days` dates. */
function randomTable(records: number, days: number): RankTable {
  const random = createSeededRandom('table').uniform;
  const width = Math.ceil(records / days);
  const column = (): Float64Array => Float64Array.from({ length: width * days }, () => random() * 100);
  const metric = column();
  metric.fill(NaN, records);
  const facts: DailyFacts = {
    symbols: Array.from({ length: width }, (_, symbol) => `XSHG:${symbol}`),
    dates: Float64Array.from({ length: days }, (_, day) => day),
    industries: Array.from({ length: 110 }, (_, industry) => `I${industry}`),
    industryOf: Int16Array.from({ length: width }, (_, symbol) => symbol % 110),
    close: column(),
    change: column(),
    amount: column(),
    turnover: column(),
    volatility: column(),
    relativeVolume: column(),
  };
  return rankTable(facts, metric);
}

function heldBytes(table: RankTable): number {
  return Object.values(table).reduce((sum: number, value: unknown) => (ArrayBuffer.isView(value) ? sum + value.byteLength : sum), 0);
}

function row(name: string, budget: number, measured: number, unit: string): BenchRow {
  return { name, budget: `≤ ${budget} ${unit}`, measured, unit, ratio: measured / budget };
}

export async function bench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  if (hasSp500) {
    const frame = sp500Frame();
    rows.push(row('score + risk + signals, 505 symbols', 150, medianMs(() => scanUniverse(frame)), 'ms'));
  }
  const table = randomTable(86_836, 14);
  rows.push(row('industry trend, 14 days, top 1000, 86,836 records', 1, medianMs(() => industryTrend(table, { period: 14, top: 1000 })), 'ms'));
  rows.push(row('industry trend, records held', 7, heldBytes(table) / 1e6, 'MB'));
  const scanned = JSON.parse(execFileSync(process.execPath, [join(import.meta.dirname, 'universe-scan.ts')], { encoding: 'utf8' })) as UniverseScan;
  rows.push(row('scan (score, risk, signals), 5,500 symbols × 10 years', 1000, scanned.medianMs, 'ms'));
  rows.push(row('peak resident memory of that scan', 900, scanned.peakBytes / 1e6, 'MB'));
  const stored = measureStore();
  rows.push(row('load from the store, 5,500 symbols × 10 years', 3000, stored.loadMs, 'ms'));
  rows.push(row('scan (score, risk, signals) of them', 1000, stored.scanMs, 'ms'));
  rows.push(row('peak resident memory of load and scan', 900, stored.peakBytes / 1e6, 'MB'));
  const rules = 'all ready rules over them, with what entered and left';
  rows.push({ name: rules, budget: '', measured: stored.rulesMs, unit: 'ms', ratio: null });
  rows.push({ name: `${rules}, again`, budget: '', measured: stored.rulesAgainMs, unit: 'ms', ratio: null });
  return rows;
}

/** Fills a store of its own and measures it in a process of its own, so that the peak is that of loading and scanning alone. */
function measureStore(): UniverseStoreFigures {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-bench-'));
  const run = (task: string): string => execFileSync(process.execPath, [join(import.meta.dirname, 'universe-store.ts'), task, join(folder, 'workspace.db')], { encoding: 'utf8' });
  try {
    run('fill');
    return JSON.parse(run('scan')) as UniverseStoreFigures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
