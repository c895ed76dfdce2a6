import { allocateBars } from '../../src/shared/bars.ts';
import { createSeededRandom } from '../../src/shared/seeded-random.ts';
import { analyzeUniverse, usualDays } from '../../src/analysis/universe/analyze-universe.ts';
import { industryTrend } from '../../src/analysis/universe/industry-trend.ts';
import { rankTable, type DailyFacts, type RankTable } from '../../src/analysis/universe/rank-table.ts';
import { defaultSignalSettings } from '../../src/analysis/universe/signals.ts';
import type { UniverseFrame } from '../../src/analysis/universe/universe-frame.ts';
import { hasSp500, sp500Frame } from '../analysis/sp500-frame.ts';
import type { BenchRow } from './bench-row.ts';

/** Median of ten runs after two to warm up, in milliseconds. */
function medianMs(work: () => void): number {
  const times: number[] = [];
  for (let run = 0; run < 12; run += 1) {
    const start = performance.now();
    work();
    if (run >= 2) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return ((times[4] ?? 0) + (times[5] ?? 0)) / 2;
}

/** Random walks of `size` symbols over `days` sessions in `industries` industries. */
function randomFrame(size: number, days: number, industries: number): UniverseFrame {
  const random = createSeededRandom('frame').uniform;
  const bars = { ...allocateBars(size * days), open: new Float64Array(0), amount: new Float64Array(0) };
  for (let row = 0; row < size * days; row += 1) {
    const day = row % days;
    const before = day === 0 ? 20 : (bars.close[row - 1] as number);
    const close = before * (1 + (random() - 0.5) * 0.04);
    bars.time[row] = 15_000 + day;
    bars.close[row] = close;
    bars.high[row] = Math.max(before, close) * (1 + random() * 0.01);
    bars.low[row] = Math.min(before, close) * (1 - random() * 0.01);
    bars.volume[row] = 1000 + random() * 1000;
  }
  return {
    symbols: Array.from({ length: size }, (_, symbol) => `XSHG:${String(symbol).padStart(6, '0')}`),
    dates: Float64Array.from({ length: days }, (_, day) => 15_000 + day),
    starts: Int32Array.from({ length: size }, (_, symbol) => symbol * days),
    ends: Int32Array.from({ length: size }, (_, symbol) => (symbol + 1) * days),
    bars,
    turnover: null,
    industries: Array.from({ length: size }, (_, symbol) => `I${symbol % industries}`),
    membership: 'asOf',
  };
}

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

function scan(frame: UniverseFrame): void {
  analyzeUniverse(frame, { days: usualDays, metric: 'score', settings: defaultSignalSettings, longWindow: 21 });
}

function row(name: string, budget: number, measured: number, unit: string): BenchRow {
  return { name, budget: `≤ ${budget} ${unit}`, measured, unit, ratio: measured / budget };
}

export async function bench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  if (hasSp500) {
    const frame = sp500Frame();
    rows.push(row('score + risk + signals, 505 symbols', 150, medianMs(() => scan(frame)), 'ms'));
  }
  const table = randomTable(86_836, 14);
  rows.push(row('industry trend, 14 days, top 1000, 86,836 records', 1, medianMs(() => industryTrend(table, { period: 14, top: 1000 })), 'ms'));
  rows.push(row('industry trend, records held', 7, heldBytes(table) / 1e6, 'MB'));
  const large = randomFrame(5500, 2430, 110);
  rows.push(row('scan (score, risk, signals), 5,500 symbols × 10 years', 1000, medianMs(() => scan(large)), 'ms'));
  rows.push({ name: 'peak resident memory with the 10-year universe', budget: '≤ 900 MB', measured: process.memoryUsage().rss / 1e6, unit: 'MB', ratio: process.memoryUsage().rss / 9e8 });
  return rows;
}
