import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allocateBars, type BarColumns } from '../../src/shared/bars.ts';
import type { UtcMs } from '../../src/shared/time.ts';
import { cacheFile } from '../../src/main/cache/cache-file.ts';
import { openCache } from '../../src/main/cache/open-cache.ts';
import { loadCalendars } from '../../src/main/calendars/load-calendars.ts';
import type { JobContext } from '../../src/main/jobs/job.ts';
import { hamaJob } from '../../src/main/jobs/hama-job.ts';
import { openJobs } from '../../src/main/jobs/open-jobs.ts';
import { machineProfiles } from '../../src/shared/machine-profiles.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { Store } from '../../src/main/store/store.ts';
import { ManualClock } from '../doubles/manual-clock.ts';
import { MemoryLog } from '../doubles/memory-log.ts';
import type { BenchRow } from './bench-row.ts';

const symbolCount = 78;
const barsPerSymbol = 600;
const runs = 10;
const jobBudgetMs = 50;
const idleBudgetBytes = 1_000_000;
const minuteMs = 60_000;

/** The ancestors' HAMA round on the real store with its worker, and what an idle desk writes. */
export async function bench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-bench-'));
  const file = join(folder, 'workspace.db');
  // A Saturday: no exchange trades.
  const clock = new ManualClock(Date.UTC(2026, 10, 21, 12, 0));
  const log = new MemoryLog();
  const store = await openStore({ file, mode: 'write', clock, log, workerUrl: new URL('../../src/main/workers/store-worker.ts', import.meta.url) });
  try {
    await fill(store);
    return [...(await hamaRounds(store)), await idleRow(store, { folder, file, clock, log })];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function hamaRounds(store: Store): Promise<BenchRow[]> {
  const symbols = store.read.instruments().map(({ symbol }) => symbol);
  const context: JobContext = { now: 1 as UtcMs, symbols: () => symbols, sessions: [], trigger: 'user', signal: new AbortController().signal, progress: () => undefined };
  const times: number[] = [];
  for (let run = 0; run < runs + 2; run += 1) {
    // Every round meets a new bar, so that all results are new and written.
    const batch = await store.write.beginImport('day', 'bench', 2 as UtcMs);
    await store.write.writeChunk(batch, chunkOf(barsPerSymbol + run, 1), 2 as UtcMs);
    await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
    const job = hamaJob(store);
    const start = performance.now();
    await job.run(context);
    if (run >= 2) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const median = ((times[runs / 2 - 1] ?? 0) + (times[runs / 2] ?? 0)) / 2;
  return [{ name: `jobs: HAMA of ${symbolCount} symbols × ${barsPerSymbol} bars, from store to stored result`, budget: `≤ ${jobBudgetMs} ms`, measured: median, unit: 'ms', ratio: median / jobBudgetMs }];
}

async function idleRow(store: Store, { folder, file, clock, log }: { readonly folder: string; readonly file: string; readonly clock: ManualClock; readonly log: MemoryLog }): Promise<BenchRow> {
  const ports = { clock, log, power: null, paths: { profile: folder, resources: join(import.meta.dirname, '../../resources'), temporary: folder } };
  const profile = machineProfiles.normal;
  const cache = openCache(ports, cacheFile(ports.paths, 'write'), profile);
  const none = async () => ({ done: 0, failures: [] });
  const scheduler = openJobs({
    ports, store, file, cache, profile, calendarById: loadCalendars(ports.paths.resources), isPaused: () => false, onChange: () => undefined,
    work: { quotes: none, bars: none, news: none, lists: null, industries: none, warm: none, folder: null }, keptDays: () => 90,
  });
  scheduler.start();
  await pass(minuteMs * 6);
  // The store tidies up some seconds after the last write and makes its daily backup; what follows is idleness.
  await store.write.backup();
  clock.advance(10_000);
  await store.write.compact();
  clock.advance(10_000);
  await store.write.compact();
  const before = writtenBytes();
  const held = size();
  await pass(minuteMs * 10);
  const written = before === null ? size() - held : (writtenBytes() ?? 0) - before;
  await scheduler.close();
  cache.close();
  return { name: 'jobs: ten idle minutes with all jobs on and no market open, written', budget: '≤ 1 MB', measured: written, unit: 'bytes', ratio: written / idleBudgetBytes };

  async function pass(ms: number): Promise<void> {
    for (const end = clock.now() + ms; clock.now() < end; ) {
      clock.advance(10_000);
      scheduler.runDue();
      await scheduler.settled();
    }
  }
  function size(): number {
    return ['workspace.db', 'workspace.db-wal', 'cache.db', 'cache.db-wal'].reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
  }
}

/** All that this process handed to the system to write, its threads included; null where the system does not tell. */
function writtenBytes(): number | null {
  if (!existsSync('/proc/self/io')) return null;
  return Number(/^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? NaN);
}

async function fill(store: Store): Promise<void> {
  const batch = await store.write.beginImport('bars', 'bench', 1 as UtcMs);
  await store.write.writeChunk(batch, chunkOf(0, barsPerSymbol), 1 as UtcMs);
  await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
}

function chunkOf(from: number, count: number) {
  const series = Array.from({ length: symbolCount }, (_, symbol) => ({
    instrument: { mic: 'XNYS', code: `S${symbol}`, kind: 'stock' as const, nameEn: null, nameZh: null, currency: 'USD', zone: 'America/New_York', calendar: 'XNYS' },
    freq: '1d' as const, origin: 'bench', basis: 'split' as const, columns: barsFrom(from, count, symbol),
  }));
  return { series, actions: [], rejections: [] };
}

function barsFrom(from: number, count: number, symbol: number): BarColumns {
  const bars = allocateBars(count);
  for (let index = 0; index < count; index += 1) {
    const day = from + index;
    const close = 100 + symbol + 10 * Math.sin((day + symbol) / 17) + day / 50;
    bars.time[index] = 18_000 + day;
    bars.open[index] = close - Math.sin(day);
    bars.high[index] = close + 1.5;
    bars.low[index] = close - 1.5;
    bars.close[index] = close;
    bars.volume[index] = 1_000 + 300 * Math.cos(day / 3);
  }
  return bars;
}
