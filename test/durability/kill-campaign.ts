import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import type { UtcMs } from '../../src/shared/time.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { Store } from '../../src/main/store/store.ts';
import { ManualClock } from '../doubles/manual-clock.ts';
import { MemoryLog } from '../doubles/memory-log.ts';
import { campaignChunk, campaignParts, type CampaignSize } from './campaign-data.ts';

/** What one kill showed. */
export interface KillResult {
  readonly killedAfter: number;
  readonly acknowledged: number;
  readonly reopenMs: number;
  readonly integrity: string;
  readonly problems: readonly string[];
  /** Acknowledged chunks whose bars are not all there as sent. */
  readonly lost: readonly number[];
  readonly batchState: string | undefined;
  readonly wasRecovered: boolean;
  /** Whether a second run ended with exactly the data of an undisturbed one. */
  readonly completesToSame: boolean;
}

/** Kills an import at seeded counts of acknowledged chunks, each time in a profile of its own, and looks at what is left. */
export async function killCampaign({ kills, seed, size }: { readonly kills: number; readonly seed: number; readonly size: CampaignSize }): Promise<readonly KillResult[]> {
  const results: KillResult[] = [];
  let state = seed;
  for (let kill = 0; kill < kills; kill++) {
    // A linear congruential generator: the same moments for the same seed.
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    results.push(await killOnce(size, state % size.chunks));
  }
  return results;
}

async function killOnce(size: CampaignSize, killedAfter: number): Promise<KillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-kill-'));
  const file = join(folder, 'workspace.db');
  try {
    const acknowledged = await importUntil(file, size, killedAfter);
    const start = performance.now();
    const store = await openStore({
      file, mode: 'write', clock: new ManualClock(), log: new MemoryLog(), workerUrl: new URL('../../src/main/workers/store-worker.ts', import.meta.url),
    });
    const reopenMs = performance.now() - start;
    try {
      const lost = [...acknowledged].filter((chunk) => !holds(store, size, chunk));
      const facts = { integrity: integrityOf(file), problems: await store.write.check(), batchState: store.read.batches()[0]?.state, wasRecovered: store.health().recovery !== null };
      await importAll(store, size);
      const completesToSame = Array.from({ length: size.chunks }, (_, chunk) => chunk).every((chunk) => holds(store, size, chunk)) && barsIn(store) === size.chunks * size.symbolsPerChunk * size.barsPerPart;
      return { killedAfter, acknowledged: acknowledged.size, reopenMs, ...facts, lost, completesToSame };
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the importing child and kills it when it has acknowledged so many chunks; answers those it acknowledged. */
async function importUntil(file: string, size: CampaignSize, killedAfter: number): Promise<ReadonlySet<number>> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import-child.ts'), JSON.stringify({ file, size })], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged = new Set<number>();
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'done') acknowledged.add(Number(line));
    if (acknowledged.size > killedAfter) child.kill('SIGKILL');
  }
  return acknowledged;
}

async function importAll(store: Store, size: CampaignSize): Promise<void> {
  const batch = await store.write.beginImport('campaign.csv', 'csv', 2 as UtcMs);
  for (let chunk = 0; chunk < size.chunks; chunk++) await store.write.writeChunk(batch, campaignChunk(size, chunk), 2 as UtcMs);
  await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
}

function holds(store: Store, size: CampaignSize, chunk: number): boolean {
  return campaignParts(size, chunk).every(({ code, columns }) => {
    const instrument = store.read.instrument(`DEMO:${code}`);
    const [series] = instrument === null ? [] : store.read.seriesOf(instrument.id);
    if (series === undefined) return false;
    const stored = store.read.bars(series.id);
    const at = stored.time.indexOf(columns.time[0] ?? NaN);
    if (at < 0) return false;
    return (['time', 'open', 'high', 'low', 'close', 'volume', 'flags'] as const).every((name) => columns[name].every((value, index) => stored[name][at + index] === value));
  });
}

function barsIn(store: Store): number {
  return store.read.series().reduce((sum, series) => sum + series.bars, 0);
}

function integrityOf(file: string): string {
  const database = new Database(file, { readonly: true });
  try {
    return String(database.pragma('integrity_check', { simple: true }));
  } finally {
    database.close();
  }
}
