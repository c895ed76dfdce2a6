import { execFileSync } from 'node:child_process';
import { ChanEngine } from '../../src/analysis/chan/chan-engine.ts';
import type { ChanConfig } from '../../src/analysis/chan/chan-config.ts';
import { stepRow } from '../../src/analysis/chan/chan-step.ts';
import { parseChanConfig } from '../../src/analysis/chan/parse-chan-config.ts';
import { barCount, type BarColumns } from '../../src/shared/bars.ts';
import { readSp500 } from '../analysis/chan/chan-reference.ts';
import { randomBars, seededRandom } from '../analysis/chan/random-bars.ts';
import { hasReference } from '../reference-data.ts';
import type { BenchRow } from './bench-row.ts';

const symbols = 20;
const barsPerSymbol = 1259;
const batchMs = 8;
const stepMs = 73;
const universe = { symbols: 5500, bars: 2500 };
const warmUpRuns = 20;
const measuredRuns = 10;

/** The Chan structure of 20 symbols at once and after every bar, and of a whole universe of random walks. */
export async function bench(): Promise<BenchRow[]> {
  const config = parseChanConfig();
  const series = twentySeries();
  return [
    row(`Chan structure, ${symbols} symbols × ${barsPerSymbol} bars, batch`, batchMs, medianMs(() => loadAll(config, series))),
    row(`Chan structure, ${symbols} symbols × ${barsPerSymbol} bars, after every bar`, stepMs, medianMs(() => stepAll(config, series))),
    ...universeRows(),
  ];
}

/** The large universe runs in a process of its own, so that its peak of memory is its own. */
function universeRows(): BenchRow[] {
  const answer = execFileSync(process.execPath, [import.meta.filename, '--universe'], { encoding: 'utf8' });
  const { elapsed, peakMb } = JSON.parse(answer) as { elapsed: number; peakMb: number };
  const name = `Chan structure, ${universe.symbols} symbols × ${universe.bars} bars (random walks), batch`;
  return [
    { name, budget: '', measured: elapsed, unit: 'ms', ratio: null },
    { name: `${name}, peak memory`, budget: '', measured: peakMb, unit: 'MB', ratio: null },
  ];
}

function largeUniverse(): { elapsed: number; peakMb: number } {
  const config = parseChanConfig();
  const random = seededRandom(1);
  const walks = Array.from({ length: 50 }, () => randomBars(random, 'walk', universe.bars));
  const elapsed = onceMs(() => {
    for (let symbol = 0; symbol < universe.symbols; symbol++) loadAll(config, walks.slice(symbol % walks.length, (symbol % walks.length) + 1));
  });
  return { elapsed, peakMb: process.resourceUsage().maxRSS / 1024 };
}

/** Real bars where the reference data is at hand, random walks of the same size otherwise. */
function twentySeries(): BarColumns[] {
  if (hasReference('data/sp500-5yr.csv.gz')) return [...readSp500().values()].filter((bars) => barCount(bars) === barsPerSymbol).slice(0, symbols);
  const random = seededRandom(2);
  return Array.from({ length: symbols }, () => randomBars(random, 'walk', barsPerSymbol));
}

function loadAll(config: ChanConfig, series: readonly BarColumns[]): void {
  for (const bars of series) new ChanEngine(config, barCount(bars)).load(bars);
}

function stepAll(config: ChanConfig, series: readonly BarColumns[]): void {
  for (const bars of series) {
    const engine = new ChanEngine(config, barCount(bars));
    for (let index = 0; index < barCount(bars); index++) {
      engine.append(bars, index);
      stepRow(engine);
    }
  }
}

function medianMs(work: () => void): number {
  for (let run = 0; run < warmUpRuns; run++) work();
  const runs = Array.from({ length: measuredRuns }, () => onceMs(work)).toSorted((left, right) => left - right);
  return ((runs[measuredRuns / 2 - 1] ?? NaN) + (runs[measuredRuns / 2] ?? NaN)) / 2;
}

function onceMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function row(name: string, budgetMs: number, measured: number): BenchRow {
  return { name, budget: `≤ ${budgetMs} ms`, measured, unit: 'ms', ratio: measured / budgetMs };
}

if (import.meta.main && process.argv.includes('--universe')) console.log(JSON.stringify(largeUniverse()));
