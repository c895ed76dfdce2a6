import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allocateBars, type BarColumns } from '../../src/shared/bars.ts';
import type { UtcMs } from '../../src/shared/time.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { ImportChunk } from '../../src/main/store/import-store.ts';
import type { Store } from '../../src/main/store/store.ts';
import { ManualClock } from '../doubles/manual-clock.ts';
import { MemoryLog } from '../doubles/memory-log.ts';
import type { BenchRow } from './bench-row.ts';

/** The shape of the reference file: 619,040 bars of 505 symbols. */
const symbolCount = 505;
const barsPerSymbol = 1_225;
const spareBars = 619_040 - symbolCount * barsPerSymbol;
const runs = 10;
/** Days behind the file's own after which tails are long enough to be compacted. */
const compactedDays = 40;
/** Chunks as an import sends them, so many under way at once. */
const symbolsPerChunk = 50;
const chunksInFlight = 4;
const allColumns = ['time', 'open', 'high', 'low', 'close', 'volume', 'flags'] as const;
const ruleColumns = ['close', 'volume'] as const;

export async function bench(): Promise<BenchRow[]> {
  const writes: number[] = [];
  for (let run = 1; run < runs; run++) writes.push(await withStore(async (store) => (await importAll(store, 1)).elapsedMs));
  const { rows, base } = await withStore(async (store, open) => {
    const imported = await importAll(store, 1);
    writes.push(imported.elapsedMs);
    // Before days are appended: the budget is for the file's own bars, without row tails.
    const wholeMs = times(runs, () => store.read.universe({ freq: '1d', columns: allColumns, trailing: null }));
    const base = await growthFigures(store, middle(writes));
    const rows = [
      budgetRow('store: write 619,040 bars of 505 symbols', 150, base.write),
      budgetRow('store: whole universe (619,040 bars) into shared arrays', 30, wholeMs),
      budgetRow('store: one symbol', 0.2, base.one),
      budgetRow('store: append one day for 505 symbols, durable', 10, base.append),
      plainRow('store: universe of close and volume, newest 250 bars', times(runs, () => store.read.universe({ freq: '1d', columns: ruleColumns, trailing: 250 }))),
      plainRow('store: the whole import again, nothing to change', (await importAll(store, 1)).elapsedMs),
      plainRow('store: compact 505 tails', await compactTails(store)),
      plainRow('store: backup', await timed(() => store.write.backup())),
      plainRow('store: full check', await timed(() => store.write.check())),
      plainRow('store: open for reading and list', await repeated(async () => {
        const reading = await open('read');
        reading.read.instruments();
        reading.read.series();
        await reading.close();
      })),
      plainRow('store: undo the whole import', await timed(() => store.write.undoImport(imported.batch))),
    ];
    return { rows, base };
  });
  for (const factor of [4, 16]) {
    const grown = await withStore(async (store) => growthFigures(store, (await importAll(store, factor)).elapsedMs));
    rows.push(
      growthRow(`store: write, ${factor} × the symbols`, factor, grown.write, base.write),
      growthRow(`store: universe of close and volume, ${factor} ×`, factor, grown.universe, base.universe),
      growthRow(`store: append one day, ${factor} ×`, factor, grown.append, base.append),
      growthRow(`store: one symbol, ${factor} ×`, 1, grown.one, base.one),
    );
  }
  return rows;
}

interface GrowthFigures {
  readonly write: number;
  readonly universe: number;
  readonly append: number;
  readonly one: number;
}

/** The figures that are compared between sizes, of a store that was just filled. */
async function growthFigures(store: Store, write: number): Promise<GrowthFigures> {
  const symbols = store.read.instruments().length;
  const ids = store.read.series().map((series) => series.id).slice(0, 100);
  const one = times(runs, () => ids.forEach((id) => store.read.bars(id))) / ids.length;
  const universe = times(runs, () => store.read.universe({ freq: '1d', columns: ruleColumns, trailing: null }));
  const appends: number[] = [];
  for (let day = 0; day < 2 * runs; day++) appends.push(await appendDay(store, symbols, day));
  return { write, universe, one, append: middle(appends) };
}

/** Milliseconds to write one more bar of each symbol. */
async function appendDay(store: Store, symbols: number, day: number): Promise<number> {
  const chunk = chunkOf(0, symbols, (symbol) => barsFrom(barsPerSymbol + 1 + day, 1, symbol));
  const batch = await store.write.beginImport('day', 'bench', 2 as UtcMs);
  const elapsedMs = await timed(() => store.write.writeChunk(batch, chunk, 2 as UtcMs));
  await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
  return elapsedMs;
}

/** Milliseconds to compact the tails of all symbols, which are first grown to where that is done. */
async function compactTails(store: Store): Promise<number> {
  for (let day = 2 * runs; day < compactedDays; day++) await appendDay(store, symbolCount, day);
  return timed(() => store.write.compact());
}

const budgetRow = (name: string, budgetMs: number, measured: number): BenchRow => ({ name, budget: `≤ ${budgetMs} ms`, measured, unit: 'ms', ratio: measured / budgetMs });
const plainRow = (name: string, measured: number): BenchRow => ({ name, budget: '', measured, unit: 'ms', ratio: null });

/** A figure at more data against `growth` times the one at 1 ×; twice that is the bound. */
function growthRow(name: string, growth: number, measured: number, base: number): BenchRow {
  const bound = 2 * growth * base;
  return { name, budget: `≤ ${bound.toPrecision(3)} ms, 2 × linear`, measured, unit: 'ms', ratio: measured / bound };
}

async function withStore<Result>(work: (store: Store, open: (mode: 'read') => Promise<Store>) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-bench-'));
  const options = {
    file: join(folder, 'workspace.db'), clock: new ManualClock(), log: new MemoryLog(),
    workerUrl: new URL('../../src/main/workers/store-worker.ts', import.meta.url),
  };
  const store = await openStore({ ...options, mode: 'write' });
  try {
    return await work(store, (mode) => openStore({ ...options, mode }));
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Imports all symbols. The clock stands still while columns are made, which is the importer's work. */
async function importAll(store: Store, factor: number): Promise<{ readonly elapsedMs: number; readonly batch: number }> {
  const count = symbolCount * factor;
  const batch = await store.write.beginImport('bench.csv', 'bench', 1 as UtcMs);
  let elapsedMs = 0;
  for (let first = 0; first < count; first += symbolsPerChunk * chunksInFlight) {
    const chunks: ImportChunk[] = [];
    for (let from = first; from < Math.min(count, first + symbolsPerChunk * chunksInFlight); from += symbolsPerChunk) {
      chunks.push(chunkOf(from, Math.min(count, from + symbolsPerChunk), (symbol) => barsFrom(0, barsPerSymbol + (symbol < spareBars ? 1 : 0), symbol)));
    }
    elapsedMs += await timed(() => Promise.all(chunks.map((chunk) => store.write.writeChunk(batch, chunk, 1 as UtcMs))));
  }
  elapsedMs += await timed(() => store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 }));
  return { elapsedMs, batch };
}

function chunkOf(first: number, last: number, bars: (symbol: number) => BarColumns): ImportChunk {
  const series = Array.from({ length: last - first }, (_, index) => ({
    instrument: {
      mic: 'DEMO', code: `S${first + index}`, kind: 'stock', nameEn: null, nameZh: null, currency: 'USD', zone: 'America/New_York', calendar: 'XNYS',
    } as const,
    freq: '1d' as const,
    origin: 'csv',
    basis: 'split' as const,
    columns: bars(first + index),
  }));
  return { series, actions: [], rejections: [] };
}

function barsFrom(firstDay: number, count: number, seed: number): BarColumns {
  const bars = allocateBars(count);
  for (let index = 0; index < count; index++) {
    const close = 100 + 10 * Math.sin((firstDay + index + seed) / 30);
    bars.time[index] = firstDay + index;
    bars.open[index] = close - 0.25;
    bars.high[index] = close + 1;
    bars.low[index] = close - 1;
    bars.close[index] = close;
    bars.volume[index] = 1_000_000 + index;
  }
  return bars;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function repeated(work: () => Promise<void>): Promise<number> {
  const elapsed: number[] = [];
  for (let run = 0; run < runs; run++) elapsed.push(await timed(work));
  return middle(elapsed);
}

/** The median of some warm runs. */
function times(count: number, work: () => unknown): number {
  work();
  return middle(
    Array.from({ length: count }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
