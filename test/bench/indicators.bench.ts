import { execFileSync } from 'node:child_process';
import { atr } from '../../src/analysis/indicators/atr.ts';
import { bollinger } from '../../src/analysis/indicators/bollinger.ts';
import { cci } from '../../src/analysis/indicators/cci.ts';
import { dmi } from '../../src/analysis/indicators/dmi.ts';
import { ema } from '../../src/analysis/indicators/ema.ts';
import { hama } from '../../src/analysis/indicators/hama.ts';
import { type IndicatorPlan, IndicatorSet } from '../../src/analysis/indicators/indicator-set.ts';
import { macd } from '../../src/analysis/indicators/macd.ts';
import { obv } from '../../src/analysis/indicators/obv.ts';
import { rsi } from '../../src/analysis/indicators/rsi.ts';
import { sma } from '../../src/analysis/indicators/sma.ts';
import { runUniverse, universeFigures } from '../../src/analysis/indicators/run-universe.ts';
import { stochastic } from '../../src/analysis/indicators/stochastic.ts';
import { type BarColumns, sliceBars } from '../../src/shared/bars.ts';
import { wavyBars } from '../analysis/indicators/wavy-bars.ts';
import { readSp500Bars, sp500File } from '../analysis/series/sp500-bars.ts';
import { hasReference } from '../reference-data.ts';
import type { BenchRow } from './bench-row.ts';
import { type LibraryBars, libraryRuns } from './indicator-libraries.ts';

/** The ten commonest, as every charting page opens with them. */
const ten: readonly IndicatorPlan[] = [
  { indicator: sma, parameters: { period: 20 } },
  { indicator: ema, parameters: { period: 20 } },
  { indicator: rsi, parameters: { period: 14 } },
  { indicator: macd },
  { indicator: bollinger },
  { indicator: atr, parameters: { period: 14 } },
  { indicator: stochastic },
  { indicator: dmi, parameters: { period: 14 } },
  { indicator: cci, parameters: { period: 20 } },
  { indicator: obv },
];

/** The S&P file where it is there, else as many bars of waves. */
function universe(): BarColumns[] {
  return hasReference(sp500File) ? [...readSp500Bars().values()] : Array.from({ length: 505 }, () => wavyBars(1259));
}

function elapsedMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Best of some rounds: on a shared machine only the fastest says what the work costs. */
function best(rounds: number, work: () => void): number {
  let fastest = Infinity;
  for (let round = 0; round < rounds; round++) fastest = Math.min(fastest, elapsedMs(work));
  return fastest;
}

export async function bench(): Promise<BenchRow[]> {
  const series = universe();
  const arrays: LibraryBars[] = series.map(({ high, low, close, volume }) => ({
    high: Array.from(high),
    low: Array.from(low),
    close: Array.from(close),
    volume: Array.from(volume),
  }));
  const bars = series.reduce((sum, { close }) => sum + close.length, 0);
  const set = new IndicatorSet(ten, Math.max(...series.map(({ close }) => close.length)));
  const own = (): void => {
    for (const input of series) set.compute(input, input.close.length);
  };
  const runs = await libraryRuns();
  const first = elapsedMs(own);
  // Own and reference rounds take turns, so that a busy neighbour slows both.
  let [ours, theirs] = [Infinity, Infinity];
  for (let round = 0; round < 20; round++) {
    ours = Math.min(ours, best(1, own));
    theirs = Math.min(theirs, best(1, () => arrays.forEach(runs.ixjb94)));
  }
  const label = `ten indicators, ${series.length} symbols, ${bars} bars`;
  const rows: BenchRow[] = [
    { name: label, budget: '≤ 0.65 × @ixjb94/indicators in the same run', measured: ours, unit: 'ms', ratio: ours / (0.65 * theirs) },
    { name: `${label}, first run`, budget: '', measured: first, unit: 'ms', ratio: null },
    { name: `${label}, @ixjb94/indicators`, budget: '', measured: theirs, unit: 'ms', ratio: null },
    { name: `${label}, technicalindicators`, budget: '', measured: elapsedMs(() => arrays.forEach(runs.technicalindicators)), unit: 'ms', ratio: null },
    { name: `${label}, trading-signals`, budget: '', measured: elapsedMs(() => arrays.forEach(runs.tradingSignals)), unit: 'ms', ratio: null },
    ...hamaRows(series),
    ...universeRows(),
  ];
  return rows;
}

function hamaRows(series: readonly BarColumns[]): BenchRow[] {
  const inputs = series
    .filter(({ close }) => close.length >= 600)
    .slice(0, 78)
    .map((bars) => sliceBars(bars, bars.close.length - 600, bars.close.length));
  const set = new IndicatorSet([{ indicator: hama }], 600);
  const work = (): void => {
    for (const input of inputs) set.compute(input, 600);
  };
  const first = elapsedMs(work);
  const measured = best(20, work);
  return [
    { name: `HAMA, ${inputs.length} × 600 bars`, budget: '≤ 5 ms', measured, unit: 'ms', ratio: measured / 5 },
    { name: `HAMA, ${inputs.length} × 600 bars, first run`, budget: '', measured: first, unit: 'ms', ratio: null },
  ];
}

/** The large universe runs in a process of its own, so that its peak of memory is its own. */
function universeRows(): BenchRow[] {
  const answer = execFileSync(process.execPath, [import.meta.filename, '--universe'], { encoding: 'utf8' });
  const { elapsed, peakMb } = JSON.parse(answer) as { elapsed: number; peakMb: number };
  return [
    { name: 'ten indicators, 5,500 × 2,500 bars', budget: '', measured: elapsed, unit: 'ms', ratio: null },
    { name: 'ten indicators, 5,500 × 2,500 bars, peak memory', budget: '', measured: peakMb, unit: 'MB', ratio: null },
  ];
}

function largeUniverse(): { elapsed: number; peakMb: number } {
  const [symbols, length] = [5500, 2500];
  const sources = universe().filter(({ close }) => close.length >= 1259);
  const column = (): Float64Array => new Float64Array(new SharedArrayBuffer(symbols * length * 8));
  const columns = { high: column(), low: column(), close: column(), volume: column() };
  for (let symbol = 0; symbol < symbols; symbol++) {
    for (let at = symbol * length, half = 0; half < 2; half++, at += length / 2) {
      const source = sources[(symbol * 7 + half) % sources.length];
      if (source === undefined) continue;
      for (const name of ['high', 'low', 'close', 'volume'] as const) columns[name].set(source[name].subarray(0, length / 2), at);
    }
  }
  const offsets = Int32Array.from({ length: symbols + 1 }, (_, symbol) => symbol * length);
  const newest = new Float64Array(new SharedArrayBuffer(symbols * universeFigures(ten).length * 8));
  const elapsed = elapsedMs(() => runUniverse({ offsets, columns }, ten, 0, symbols, newest, { progress: () => undefined, isCancelled: () => false }));
  return { elapsed, peakMb: process.resourceUsage().maxRSS / 1024 };
}

if (import.meta.main) {
  if (process.argv.includes('--universe')) console.log(JSON.stringify(largeUniverse()));
  else console.table(await bench());
}
