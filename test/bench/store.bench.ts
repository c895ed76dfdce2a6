import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allocateBars, type BarColumns } from '../../src/shared/bars.ts';
import type { UtcMs } from '../../src/shared/time.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { ImportChunk, Store } from '../../src/main/store/store.ts';
import { ManualClock } from '../doubles/manual-clock.ts';
import { MemoryLog } from '../doubles/memory-log.ts';
import type { BenchRow } from './bench-row.ts';

/** The shape of the reference file: 505 symbols, 619,040 bars. */
const symbolCount = 505;
const barsPerSymbol = 1_226;
const spareBars = 619_040 - symbolCount * barsPerSymbol;
const runs = 10;
/** Chunks as an import sends them. */
const symbolsPerChunk = 50;

export async function bench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const whole = await measureStore(1);
  const row = (name: string, budgetMs: number, measured: number): BenchRow => ({ name, budget: `≤ ${budgetMs} ms`, measured, unit: 'ms', ratio: measured / budgetMs });
  rows.push(
    row('store: write 619,040 bars of 505 symbols', 150, whole.writeMs),
    row('store: whole universe (619,040 bars) into shared arrays', 30, whole.universeMs),
    row('store: the same with close, volume, newest 250 bars', 30, whole.trailingMs),
    row('store: one symbol', 0.2, whole.oneSymbolMs),
    row('store: append one day for 505 symbols, durable', 10, whole.appendMs),
    row('store: whole universe with 100-day row tails', 300, whole.tailUniverseMs),
    row('store: compact 505 tails of 100 rows', 2_000, whole.compactMs),
    row('store: open for reading', 50, whole.openReadMs),
    row('store: undo the whole import', 5_000, whole.undoMs),
  );
  for (const factor of [4, 16].filter(() => process.env.QUICK === undefined)) {
    const grown = await measureStore(factor);
    rows.push(
      grownRow(`store: write, ${factor}× symbols`, factor, grown.writeMs, whole.writeMs),
      grownRow(`store: whole universe, ${factor}×`, factor, grown.universeMs, whole.universeMs),
      grownRow(`store: append one day, ${factor}×`, factor, grown.appendMs, whole.appendMs),
      grownRow(`store: one symbol, ${factor}×`, 1, grown.oneSymbolMs, whole.oneSymbolMs),
    );
  }
  return rows;
}

/** A figure at more data against `growth` times the one at 1×; twice that is the bound. */
function grownRow(name: string, growth: number, measured: number, base: number): BenchRow {
  const bound = 2 * growth * base;
  return { name, budget: `≤ ${bound.toPrecision(3)} ms (2 × linear)`, measured, unit: 'ms', ratio: measured / bound };
}

export async function measureStore(factor: number): Promise<Record<'writeMs' | 'universeMs' | 'trailingMs' | 'oneSymbolMs' | 'appendMs' | 'tailUniverseMs' | 'compactMs' | 'openReadMs' | 'undoMs', number>> {
  const writes: number[] = [];
  const repeats = factor === 1 ? runs : 1;
  for (let run = 0; run < repeats - 1; run++) await withStore(async (store) => void writes.push((await importAll(store, factor)).elapsedMs));
  return withStore(async (store, reopen) => {
    const T=(n:string)=>console.error(n, Math.round(performance.now())); T('writes'+writes.map(Math.round)); const { elapsedMs, batch } = await importAll(store, factor);
    writes.push(elapsedMs);
    T('u'); const universeMs = median(repeats, () => void store.read.universe({ freq: '1d', columns: ['time', 'open', 'high', 'low', 'close', 'volume', 'flags'], trailing: null }));
    const trailingMs = median(repeats, () => void store.read.universe({ freq: '1d', columns: ['close', 'volume'], trailing: 250 }));
    const ids = store.read.series().map((series) => series.id);
    const oneSymbolMs = median(runs, () => ids.slice(0, 100).forEach((id) => store.read.bars(id))) / 100;
    T('app '+universeMs+' '+trailingMs+' '+oneSymbolMs); const appends: number[] = [];
    const days = await store.write.beginImport('days', 'bench', 2 as UtcMs);
    for (let day = 0; day < 100; day++) {
      const chunk = chunkOf(0, symbolCount * factor, (symbol) => barsFrom(barsPerSymbol + 1_000 + day, 1, symbol));
      const start = performance.now();
      await store.write.writeChunk(days, chunk, 2 as UtcMs);
      appends.push(performance.now() - start);
    }
    await store.write.finishImport(days, { state: 'completed', rows: 0, rejected: 0 });
    T('tail'+middle(appends)); const tailUniverseMs = median(repeats, () => void store.read.universe({ freq: '1d', columns: ['close', 'volume'], trailing: null }));
    T('c'+tailUniverseMs);const compactStart = performance.now();
    await store.write.compact();
    const compactMs = performance.now() - compactStart;
    T('o'+compactMs);const opens: number[] = [];
    for (let run = 0; run < runs; run++) {
      const start = performance.now();
      const reading = await reopen();
      reading.read.instruments();
      reading.read.series();
      opens.push(performance.now() - start);
      await reading.close();
    }
    T('undo');const undoStart = performance.now();
    await store.write.undoImport(batch);
    T('undone');const undoMs = performance.now() - undoStart;
    return { writeMs: middle(writes), universeMs, trailingMs, oneSymbolMs, appendMs: middle(appends), tailUniverseMs, compactMs, openReadMs: middle(opens), undoMs };
  });
}

async function withStore<Result>(work: (store: Store, reopen: () => Promise<Store>) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-bench-'));
  const options = {
    file: join(folder, 'workspace.db'), clock: new ManualClock(), log: new MemoryLog(),
    workerUrl: new URL('../../src/main/workers/store-worker.ts', import.meta.url),
  };
  const store = await openStore({ ...options, mode: 'write' });
  try {
    return await work(store, () => openStore({ ...options, mode: 'read' }));
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Imports all symbols; the columns are made before the clock starts, as an importer has them at hand. */
async function importAll(store: Store, factor: number): Promise<{ elapsedMs: number; batch: number }> {
  const chunks: ImportChunk[] = [];
  for (let first = 0; first < symbolCount * factor; first += symbolsPerChunk) {
    const last = Math.min(first + symbolsPerChunk, symbolCount * factor);
    chunks.push(chunkOf(first, last, (symbol) => barsFrom(0, barsPerSymbol + (symbol < spareBars ? 1 : 0), symbol)));
  }
  const start = performance.now();
  const batch = await store.write.beginImport('bench.csv', 'bench', 1 as UtcMs);
  await Promise.all(chunks.map((chunk) => store.write.writeChunk(batch, chunk, 1 as UtcMs)));
  await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
  return { elapsedMs: performance.now() - start, batch };
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

function median(times: number, work: () => void): number {
  work();
  return middle(
    Array.from({ length: times }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
