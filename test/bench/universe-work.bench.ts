import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { nodeClock } from '../../src/main/node/node-clock.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import { machineProfiles } from '../../src/shared/machine-profiles.ts';
import { threadsFor } from '../../src/main/threads-for.ts';
import { runUniverseWork } from '../../src/main/universe-work/run-universe-work.ts';
import type { BarColumns } from '../../src/shared/bars.ts';
import type { UtcMs } from '../../src/shared/time.ts';
import { readSp500 } from '../analysis/chan/chan-reference.ts';
import { randomBars, seededRandom } from '../analysis/chan/random-bars.ts';
import { MemoryLog } from '../doubles/memory-log.ts';
import { hasReference } from '../reference-data.ts';
import type { BenchRow } from './bench-row.ts';

const rounds = 3;
const longestHoldMs = 50;
const workerUrl = (name: string): URL => new URL(`../../src/main/workers/${name}-worker.ts`, import.meta.url);
const ten = 'sma,ema,rsi,macd,bollinger,atr,stochastic,dmi,cci,obv';

/** Work over a stored universe in threads: how long it takes, and how long it ever holds the calling thread. */
export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-bench-'));
  const file = join(folder, 'workspace.db');
  try {
    const symbols = await fill(file);
    const rows: BenchRow[] = [];
    for (const [label, request] of [
      ['newest figures of ten indicators', { name: 'newest-figures', plan: { set: ten, freq: '1d', trailing: null } }],
      ['Chan facts of the newest bar', { name: 'newest-chan-facts', plan: { overrides: {}, freq: '1d' } }],
    ] as const) {
      let [elapsedMs, heldMs] = [Infinity, Infinity];
      for (let round = 0; round < rounds; round++) {
        const delay = monitorEventLoopDelay({ resolution: 1 });
        delay.enable();
        const start = performance.now();
        await runUniverseWork({ ...request, file, workerUrl: workerUrl('analysis'), threads: threadsFor(machineProfiles.normal.workers, availableParallelism()), signal: new AbortController().signal, onProgress: () => undefined });
        elapsedMs = Math.min(elapsedMs, performance.now() - start);
        delay.disable();
        heldMs = Math.min(heldMs, delay.max / 1e6);
      }
      const name = `${label}, ${symbols} stored symbols, in threads`;
      rows.push({ name, budget: '', measured: elapsedMs, unit: 'ms', ratio: null });
      rows.push({ name: `${name}: longest hold of the calling one`, budget: `≤ ${longestHoldMs} ms`, measured: heldMs, unit: 'ms', ratio: heldMs / longestHoldMs });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The S&P bars where they are at hand, else as many random walks. */
async function fill(file: string): Promise<number> {
  const store = await openStore({ file, mode: 'write', clock: nodeClock, log: new MemoryLog(), workerUrl: workerUrl('store') });
  const random = seededRandom(1);
  const all: (readonly [string, BarColumns])[] = hasReference('data/sp500-5yr.csv.gz') ? [...readSp500()] : Array.from({ length: 505 }, (_, at) => [`W${at}`, randomBars(random, 'walk', 1_259)] as const);
  const batch = await store.write.beginImport('bench.csv', 'csv', 1_000 as UtcMs);
  const facts = { freq: '1d', origin: 'csv', basis: 'split' } as const;
  for (let first = 0; first < all.length; first += 50) {
    const series = all.slice(first, first + 50).map(([code, columns]) => ({
      ...facts, columns, instrument: { mic: 'US', code, kind: 'stock' as const, nameEn: null, nameZh: null, currency: 'USD', zone: 'America/New_York', calendar: 'XNYS' },
    }));
    await store.write.writeChunk(batch, { series, actions: [], rejections: [] }, 1_000 as UtcMs);
  }
  await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
  await store.close();
  return all.length;
}
