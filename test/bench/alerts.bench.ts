import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allocateBars, type BarColumns } from '../../src/shared/bars.ts';
import { createSeededRandom } from '../../src/shared/seeded-random.ts';
import { dayMs, type UtcMs } from '../../src/shared/time.ts';
import { AlertEngine } from '../../src/main/alerts/alert-engine.ts';
import { createSeriesAge } from '../../src/main/api/series-age.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { AlertSetup } from '../../src/main/store/alert-store.ts';
import type { ImportChunk } from '../../src/main/store/import-store.ts';
import { ManualClock } from '../doubles/manual-clock.ts';
import { MemoryLog } from '../doubles/memory-log.ts';
import type { BenchRow } from './bench-row.ts';

const symbols = 505;
const barsEach = 1_250;
const firstDay = 19_000;
const lastDay = firstDay + barsEach - 1;
const conditions: readonly AlertSetup['condition'][] = [
  { kind: 'rule', rule: 'rsi(14) crosses above 50 and close > ema(20)' },
  { kind: 'indicator', left: 'macd.macd', comparison: 'crosses above', right: 'macd.signal' },
  { kind: 'move', moves: 'either', percent: 5, bars: 1 },
  { kind: 'hama', set: 'A', event: 'bullish' },
  { kind: 'chan', fact: 'backInZone', types: [] },
];

/** Five alerts on every one of 505 symbols, looked at after a day was added to all of them. No turn may hold the main thread for 50 ms. */
export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-bench-'));
  const clock = new ManualClock((lastDay + 3) * dayMs);
  const workerUrl = new URL('../../src/main/workers/store-worker.ts', import.meta.url);
  const store = await openStore({ file: join(folder, 'workspace.db'), mode: 'write', clock, log: new MemoryLog(), workerUrl });
  const calendarById = (): null => null;
  try {
    await write(chunks(0, barsEach));
    for (const condition of conditions) await store.write.saveAlert(null, { name: '', symbol: null, watchlist: null, freq: '1d', condition, live: false, cooldownMs: 0 }, (lastDay * dayMs + dayMs) as UtcMs);
    const engine = new AlertEngine({
      from: { store, calendarById, ageOf: createSeriesAge(calendarById, clock) },
      clock, log: new MemoryLog(), scan: async () => null, failedSources: () => [], notify: () => undefined, emit: () => undefined,
    });
    await engine.settled();
    const day = chunks(barsEach, 1);
    const { elapsedMs, longestMs } = await watched(async () => {
      await write(day);
      await engine.settled();
    });
    await engine.close();
    return [
      { name: 'alerts: 5 on each of 505 symbols after one more day, whole', budget: '', measured: elapsedMs, unit: 'ms', ratio: null },
      { name: 'alerts: longest turn of the main thread meanwhile', budget: '50 ms', measured: longestMs, unit: 'ms', ratio: longestMs / 50 },
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }

  async function write(parts: readonly ImportChunk[]): Promise<void> {
    const at = clock.now();
    const batch = await store.write.beginImport('bench.csv', 'csv', at);
    for (const part of parts) await store.write.writeChunk(batch, part, at);
    await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
  }
}

function chunks(from: number, count: number): readonly ImportChunk[] {
  return Array.from({ length: Math.ceil(symbols / 50) }, (_, chunk) => ({
    series: Array.from({ length: Math.min(50, symbols - chunk * 50) }, (_unused, index) => ({
      instrument: { mic: 'DEMO', code: `S${chunk * 50 + index}`, kind: 'stock' as const, nameEn: null, nameZh: null, currency: 'USD', zone: 'UTC', calendar: null },
      freq: '1d' as const, origin: 'csv', basis: 'split' as const, columns: invented(chunk * 50 + index, from, count),
    })),
    actions: [],
    rejections: [],
  }));
}

/** Runs some work and answers how long it took and the longest time for which the main thread was not free. */
async function watched(work: () => Promise<void>): Promise<{ readonly elapsedMs: number; readonly longestMs: number }> {
  // The thread's own processor time: what other programs take away is not the alerts' doing.
  const cpuMs = (): number => (({ user, system }) => (user + system) / 1_000)(process.threadCpuUsage());
  const start = performance.now();
  let last = cpuMs();
  let longestMs = 0;
  let running = true;
  const beat = (): void => {
    const now = cpuMs();
    longestMs = Math.max(longestMs, now - last);
    last = now;
    if (running) setImmediate(beat);
  };
  setImmediate(beat);
  await work();
  running = false;
  return { elapsedMs: performance.now() - start, longestMs };
}

/** Bars `from` to `from + count` of a symbol's random walk. */
function invented(seed: number, from: number, count: number): BarColumns {
  const random = createSeededRandom(`alerts-${seed}`);
  const bars = allocateBars(count);
  let close = 100;
  for (let day = 0; day < from + count; day += 1) {
    const open = close;
    close *= 1 + (random.uniform() - 0.5) * 0.04;
    if (day < from) continue;
    const at = day - from;
    bars.time[at] = firstDay + day;
    bars.open[at] = open;
    bars.high[at] = Math.max(open, close) * 1.01;
    bars.low[at] = Math.min(open, close) * 0.99;
    bars.close[at] = close;
    bars.volume[at] = 1_000;
  }
  return bars;
}
