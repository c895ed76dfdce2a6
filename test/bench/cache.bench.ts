import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFile } from '../../src/main/cache/cache-file.ts';
import { openCache } from '../../src/main/cache/open-cache.ts';
import { machineProfiles } from '../../src/shared/machine-profiles.ts';
import { ManualClock } from '../doubles/manual-clock.ts';
import { MemoryLog } from '../doubles/memory-log.ts';
import type { BenchRow } from './bench-row.ts';

const reads = 20_000;
const hotBudgetMs = 1;

interface Quote {
  readonly price: number;
  readonly volume: number;
}

/** One read at each level, by the 99th percentile of many. */
export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-bench-'));
  const ports = { clock: new ManualClock(), log: new MemoryLog(), paths: { profile: folder, resources: folder, temporary: folder } };
  const parse = (value: unknown): Quote => value as Quote;
  const fetch = async (keys: readonly string[]) => new Map(keys.map((key) => [key, { value: { price: key.length, volume: 1 }, source: 'bench' }]));
  const keys = Array.from({ length: 5_000 }, (_, index) => `XNAS:S${index}`);
  const read = async (cache: ReturnType<typeof openCache>, key: string): Promise<number> => {
    const start = performance.now();
    await cache.read({ region: 'quote', key, symbolOf: () => key, parse, fetch });
    return performance.now() - start;
  };

  const first = openCache(ports, cacheFile(ports.paths, 'write'), machineProfiles.normal);
  const cold: number[] = [];
  for (const key of keys) cold.push(await read(first, key));
  const hot: number[] = [];
  for (let index = 0; index < reads; index++) hot.push(await read(first, keys[index % keys.length] ?? ''));
  first.close();
  const second = openCache(ports, cacheFile(ports.paths, 'write'), machineProfiles.normal);
  const disk: number[] = [];
  for (const key of keys) disk.push(await read(second, key));
  second.close();
  rmSync(folder, { recursive: true, force: true });

  const p99 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? NaN;
  const hotMs = p99(hot);
  return [
    { name: 'cache: hot read from memory, 99th percentile', budget: `≤ ${hotBudgetMs} ms`, measured: hotMs, unit: 'ms', ratio: hotMs / hotBudgetMs },
    { name: 'cache: read from disk, 99th percentile', budget: '', measured: p99(disk), unit: 'ms', ratio: null },
    { name: 'cache: miss kept at both levels, 99th percentile', budget: '', measured: p99(cold), unit: 'ms', ratio: null },
  ];
}
