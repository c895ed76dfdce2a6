/** R15: a million requests of all regions stay under the caps of both levels, and every answer is the value that its key has. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheRegionNames, type CacheRegionName } from '../../src/shared/contract/cache.ts';
import { createSeededRandom } from '../../src/shared/seeded-random.ts';
import { Cache } from '../../src/main/cache/cache.ts';
import type { Fetched } from '../../src/main/cache/cache-request.ts';
import { diskLevel } from '../../src/main/cache/disk-level.ts';
import { openCacheDatabase } from '../../src/main/cache/open-cache-database.ts';
import { guardedLevel } from '../../src/main/cache/guarded-level.ts';
import { memoryLevel } from '../../src/main/cache/memory-level.ts';
import { timesUnder } from '../../src/main/cache/times-under.ts';
import { machineProfiles } from '../../src/shared/machine-profiles.ts';
import { ManualClock } from '../doubles/manual-clock.ts';
import { MemoryLog } from '../doubles/memory-log.ts';

const requests = 1_000_000;
const keys = 60_000;
const diskBytes = 16 * 1024 ** 2;
const { cacheEntries, cacheBytes } = machineProfiles.small;
const seed = Number(process.env.CHARTROOM_SEED ?? 20_180_207);

interface Page {
  readonly key: string;
  readonly text: string;
}

const folder = mkdtempSync(join(tmpdir(), 'chartroom-soak-'));
const clock = new ManualClock();
const log = new MemoryLog();
const cache = new Cache({
  memory: guardedLevel({ name: 'memory', open: () => memoryLevel({ entries: cacheEntries, bytes: cacheBytes }), clock, log }),
  disk: guardedLevel({ name: 'disk', open: () => diskLevel({ database: openCacheDatabase(join(folder, 'cache.db'), 'write'), byteCap: diskBytes, access: 'write' }), clock, log }),
  clock,
  log,
  timesOf: timesUnder(machineProfiles.small.quoteMs),
});
const random = createSeededRandom(String(seed)).uniform;
const parse = (value: unknown): Page => value as Page;
const textOf = (key: string): string => key.repeat(1 + (key.charCodeAt(key.length - 1) % 40));
let failing = 0;
const fetch = async (wanted: readonly string[]): Promise<ReadonlyMap<string, Fetched<Page>>> => {
  // One question in fifty finds the source down.
  if (random() < 0.02) {
    failing += 1;
    throw new Error('down');
  }
  return new Map(wanted.map((key) => [key, { value: { key, text: textOf(key) }, source: 'soak' }]));
};

let wrong = 0;
let failures = 0;
const most = { entries: 0, memory: 0, disk: 0, rss: 0 };
const start = performance.now();
for (let index = 0; index < requests; index++) {
  const region = cacheRegionNames[Math.floor(random() * cacheRegionNames.length)] ?? 'quote';
  // Some keys are asked for far more often than others.
  const key = `XNAS:${Math.floor(keys * random() ** 3)}`;
  try {
    const { value } = await cache.read({ region, key, symbolOf: () => key, parse, fetch });
    if (value.key !== key || value.text !== textOf(key)) wrong += 1;
  } catch {
    failures += 1;
  }
  if (index % 100 === 0) clock.advance(1_000);
  if (index % 10_000 === 0) measure(index);
}
measure(requests);
const elapsedMs = performance.now() - start;
const totals = cacheRegionNames.map((region) => cache.statistics.of(region));
const sum = (of: (counts: (typeof totals)[number]) => number): number => totals.reduce((total, counts) => total + of(counts), 0);
console.log(JSON.stringify({
  seed, requests, elapsedMs: Math.round(elapsedMs), wrong, unanswered: failures, sourceDown: failing,
  memoryHits: sum((counts) => counts.memory.hits), diskHits: sum((counts) => counts.disk.hits), fetches: sum((counts) => counts.fetches),
  stale: sum((counts) => counts.stale), fallbacks: sum((counts) => counts.fallbacks),
  most, caps: { entries: cacheEntries, memory: cacheBytes, disk: diskBytes }, fileBytes: statSync(join(folder, 'cache.db')).size,
}));
cache.close();
rmSync(folder, { recursive: true, force: true });
const passed = wrong === 0 && most.entries <= cacheEntries && most.memory <= cacheBytes && most.disk <= diskBytes;
console.log(passed ? 'R15 a million requests stayed under the caps' : 'R15 FAIL');
process.exitCode = passed ? 0 : 1;

function measure(index: number): void {
  const usage = cacheRegionNames.map((region: CacheRegionName) => cache.usage(region));
  const total = (of: (pair: (typeof usage)[number]) => number): number => usage.reduce((all, pair) => all + of(pair), 0);
  most.entries = Math.max(most.entries, total(([memory]) => memory.entries));
  most.memory = Math.max(most.memory, total(([memory]) => memory.bytes));
  most.disk = Math.max(most.disk, total(([, disk]) => disk.bytes));
  most.rss = Math.max(most.rss, process.memoryUsage.rss());
  if (index % 100_000 === 0) cache.sweep();
}
