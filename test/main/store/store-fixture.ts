import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';
import type { InstrumentDraft } from '../../../src/shared/instrument.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { connectReader } from '../../../src/main/store/connect.ts';
import { openStore, type StoreOptions } from '../../../src/main/store/open-store.ts';
import { prepareStore } from '../../../src/main/store/prepare-store.ts';
import { storeOperations, type Answer, type Commit } from '../../../src/main/store/store-operations.ts';
import { createReader } from '../../../src/main/store/store-reader.ts';
import { createWriter } from '../../../src/main/store/store-writer.ts';
import type { WorkerClient } from '../../../src/main/store/worker-client.ts';
import type { ImportChunk, SeriesChunk, Store, StoreReader } from '../../../src/main/store/store.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';

export const workerUrl = new URL('../../../src/main/workers/store-worker.ts', import.meta.url);

/** The same store without its lock and worker, for tests of what is written rather than of how threads share the work. */
async function openInThread(file: string): Promise<Store> {
  const { database } = await prepareStore({ file, uncleanExit: false, restoreFrom: null, now: 1_000 as UtcMs, limits: {} });
  const operations = storeOperations(database);
  const listeners = new Set<(commit: Commit) => void>();
  const call: WorkerClient['call'] = async (name, given) => {
    const operation = operations[name] as (...given: readonly unknown[]) => Answer<never> | Promise<Answer<never>>;
    const { value, commit } = await operation(...structuredClone(given));
    if (commit !== null) for (const listener of listeners) listener(commit);
    return value;
  };
  const read = createReader(connectReader(file), new MemoryLog(), () => undefined);
  let isOpen = true;
  return {
    read,
    write: createWriter(call, { backup: () => call('backup', [1_000 as UtcMs]), check: () => call('check', [1_000 as UtcMs]) }),
    onCommit: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    health: () => ({ problem: null, recovery: null, bytes: 0, walBytes: 0 }),
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      read.close();
      database.close();
    },
  };
}

/** A profile folder of its own for each use; `dispose` closes what was opened in it and removes it. */
export function temporaryProfile(): { readonly folder: string; readonly file: string; open(options?: Partial<StoreOptions>): Promise<Store>; openInThread(): Promise<Store>; dispose(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-store-'));
  const file = join(folder, 'workspace.db');
  const opened: Store[] = [];
  return {
    folder,
    openInThread: async () => {
      const store = await openInThread(file);
      opened.push(store);
      return store;
    },
    file,
    open: async (options) => {
      const store = await openStore({ file, mode: 'write', clock: new ManualClock(), log: new MemoryLog(), workerUrl, ...options });
      opened.push(store);
      return store;
    },
    dispose: async () => {
      await Promise.all(opened.map((store) => store.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function draft(code: string, facts: Partial<InstrumentDraft> = {}): InstrumentDraft {
  return { mic: 'DEMO', code, kind: 'stock', nameEn: null, nameZh: null, currency: 'USD', zone: 'America/New_York', calendar: 'XNYS', ...facts };
}

/** Bars at the given times whose prices all follow from `price(time)`. */
export function barsAt(times: readonly number[], price: (time: number) => number = (time) => time, flags = 0): BarColumns {
  const bars = allocateBars(times.length);
  times.forEach((time, index) => {
    const close = price(time);
    bars.time[index] = time;
    bars.open[index] = close - 0.5;
    bars.high[index] = close + 1;
    bars.low[index] = close - 1;
    bars.close[index] = close;
    bars.volume[index] = 100 + time;
    bars.flags[index] = flags;
  });
  return bars;
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

export function dailyPart(code: string, columns: BarColumns, facts: Partial<InstrumentDraft> = {}): SeriesChunk {
  return { instrument: draft(code, facts), freq: '1d', origin: 'csv', basis: 'split', columns };
}

export function chunkOf(...series: readonly SeriesChunk[]): ImportChunk {
  return { series, actions: [], rejections: [] };
}

/** One whole import of one chunk; answers the batch. */
export async function importChunk(store: Store, chunk: ImportChunk, at = 1_000): Promise<number> {
  const batch = await store.write.beginImport('bars.csv', 'csv', at as UtcMs);
  await store.write.writeChunk(batch, chunk, at as UtcMs);
  await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
  return batch;
}

/** Everything a reader can see of the bars, by symbol, as plain arrays. */
export function contentOf(read: StoreReader): Record<string, Record<string, readonly number[]>> {
  const symbols = new Map(read.instruments().map((instrument) => [instrument.id, instrument.symbol]));
  return Object.fromEntries(
    read.series().map((series) => {
      const columns = Object.entries(read.bars(series.id)).map(([name, column]): [string, number[]] => [name, [...column]]);
      return [`${symbols.get(series.instrument)} ${series.freq} ${series.origin} ${series.basis}`, Object.fromEntries(columns)];
    }),
  );
}
