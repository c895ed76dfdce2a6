import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';
import type { InstrumentDraft } from '../../../src/shared/instrument.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { connectReader } from '../../../src/main/store/connect.ts';
import { openStore } from '../../../src/main/store/open-store.ts';
import type { StoreOptions } from '../../../src/main/store/store-options.ts';
import { prepareStore } from '../../../src/main/store/prepare-store.ts';
import { storeOperations, type Answer, type Commit } from '../../../src/main/store/store-operations.ts';
import { createReader } from '../../../src/main/store/store-reader.ts';
import { createWriter } from '../../../src/main/store/store-writer.ts';
import type { WorkerClient } from '../../../src/main/store/worker-client.ts';
import type { ImportChunk, SeriesChunk } from '../../../src/main/store/import-store.ts';
import type { Store, StoreReader } from '../../../src/main/store/store.ts';
import type { ChildTask } from './store-child.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';

export const workerUrl = new URL('../../../src/main/workers/store-worker.ts', import.meta.url);

/** The same store without its lock and worker, for tests of what is written rather than of how threads share the work. */
async function openInThread(file: string, now: UtcMs): Promise<Store> {
  const { database, recovery } = await prepareStore({ file, uncleanExit: false, restoreFrom: null, now, limits: {} });
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
    write: createWriter(call, { backup: () => call('backup', [now]), check: () => call('check', [now]) }),
    onCommit: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    health: () => ({ problem: null, recovery, bytes: 0, walBytes: 0 }),
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      read.close();
      database.close();
    },
  };
}

/** A profile folder of its own for each use; `dispose` closes what was opened in it and removes it. */
export function temporaryProfile(): { readonly folder: string; readonly file: string; open(options?: Partial<StoreOptions>): Promise<Store>; openInThread(now?: number): Promise<Store>; dispose(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-store-'));
  const file = join(folder, 'workspace.db');
  const opened: Store[] = [];
  return {
    folder,
    openInThread: async (now = 1_000) => {
      const store = await openInThread(file, now as UtcMs);
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

export interface ChildRun {
  readonly signal: NodeJS.Signals | null;
  /** The line it printed. */
  readonly outcome: unknown;
}

/** Starts a child on a task of `store-child.ts`; root gives its rights up first where asked, since nothing is forbidden to root. */
export function startChild(task: ChildTask, unprivileged = false): { readonly child: ChildProcess; readonly line: Promise<unknown>; readonly ended: Promise<NodeJS.Signals | null> } {
  const nobody = 65_534;
  const identity = unprivileged && process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const child = spawn(process.execPath, [join(import.meta.dirname, 'store-child.ts'), JSON.stringify(task)], { stdio: ['pipe', 'pipe', 'inherit'], ...identity });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  const line = new Promise<unknown>((resolve) => {
    const lines = createInterface({ input: child.stdout });
    lines.once('line', (text) => resolve(JSON.parse(text)));
    lines.once('close', () => resolve(null));
  });
  return { child, line, ended };
}

/** Runs a child to its end, the store's files and folder under the given modes meanwhile. */
export async function runChild({
  unprivileged = false,
  modes,
  ...task
}: ChildTask & { readonly unprivileged?: boolean; readonly modes?: { readonly file: number; readonly folder: number } }): Promise<ChildRun> {
  const folder = dirname(task.file);
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name));
  if (modes !== undefined) {
    for (const file of files) chmodSync(file, modes.file);
    chmodSync(folder, modes.folder);
  }
  try {
    const { line, ended } = startChild(task, unprivileged);
    const outcome = await line;
    return { outcome, signal: await ended };
  } finally {
    if (modes !== undefined) {
      chmodSync(folder, 0o755);
      for (const file of files) chmodSync(file, 0o644);
    }
  }
}
