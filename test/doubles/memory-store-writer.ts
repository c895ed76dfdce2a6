import type { BarColumns } from '../../src/shared/bars.ts';
import type { Rejection } from '../../src/shared/contract/imports.ts';
import type { InstrumentDraft } from '../../src/shared/instrument.ts';
import type { ImportWriter } from '../../src/main/files/import/run-import.ts';
import type { BatchSummary, ChunkOutcome, ImportChunk, WrittenBars } from '../../src/main/store/import-store.ts';

/** One bar as a row: time, open, high, low, close, volume, amount, flags. */
export type StoredBar = readonly [number, number, number, number, number, number, number, number];

/** A store that keeps bars in maps, for tests of what is written to it. */
export class MemoryStoreWriter implements ImportWriter {
  readonly instruments = new Map<string, InstrumentDraft>();
  /** By `symbol|freq|origin|basis`, bars by time. */
  readonly series = new Map<string, Map<number, StoredBar>>();
  readonly batches: { file: string; format: string; summary: BatchSummary | null }[] = [];
  readonly rejections: Rejection[] = [];
  chunks = 0;

  async beginImport(file: string, format: string): Promise<number> {
    return this.batches.push({ file, format, summary: null });
  }

  async writeChunk(_batch: number, chunk: ImportChunk): Promise<ChunkOutcome> {
    this.chunks += 1;
    this.rejections.push(...chunk.rejections);
    const bySeries: WrittenBars[] = [];
    for (const { instrument, freq, origin, basis, columns } of chunk.series) {
      const symbol = `${instrument.mic}:${instrument.code}`;
      this.instruments.set(symbol, instrument);
      const key = `${symbol}|${freq}|${origin}|${basis}`;
      const bars = this.series.get(key) ?? new Map<number, StoredBar>();
      this.series.set(key, bars);
      let imported = 0;
      let unchanged = 0;
      let last = -Infinity;
      for (const bar of rowsOf(columns)) {
        if (bar[0] <= last) throw new Error(`times of ${key} do not rise at ${bar[0]}`);
        last = bar[0];
        const old = bars.get(bar[0]);
        if (old !== undefined && old.every((value, index) => Object.is(value, bar[index]))) unchanged += 1;
        else {
          imported += 1;
          bars.set(bar[0], bar);
        }
      }
      bySeries.push({ imported, unchanged });
    }
    const sum = (pick: (bars: WrittenBars) => number): number => bySeries.reduce((total, bars) => total + pick(bars), 0);
    return { imported: sum((bars) => bars.imported), unchanged: sum((bars) => bars.unchanged), bySeries };
  }

  async finishImport(batch: number, summary: BatchSummary): Promise<void> {
    const found = this.batches[batch - 1];
    if (found !== undefined) found.summary = summary;
  }

  /** The bars of the only series of a symbol, oldest first. */
  bars(symbol: string): StoredBar[] {
    const found = [...this.series].filter(([key]) => key.startsWith(`${symbol}|`));
    if (found.length !== 1) throw new Error(`${symbol} has ${found.length} series: ${[...this.series.keys()].slice(0, 5).join(' ')}`);
    return [...found[0]?.[1].values() ?? []].sort((a, b) => a[0] - b[0]);
  }
}

function rowsOf(columns: BarColumns): StoredBar[] {
  return Array.from(columns.time, (time, at) => [
    time, columns.open[at] ?? NaN, columns.high[at] ?? NaN, columns.low[at] ?? NaN, columns.close[at] ?? NaN,
    columns.volume[at] ?? NaN, columns.amount[at] ?? NaN, columns.flags[at] ?? 0,
  ]);
}
