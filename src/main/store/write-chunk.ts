import type { BarColumns } from '../../shared/bars.ts';
import { AppError } from '../../shared/app-error.ts';
import type { UtcMs } from '../../shared/time.ts';
import { mergeBars } from './merge-bars.ts';
import { appendBars, canAppend, loadBars, saveBars } from './series-bars.ts';
import type { ChunkOutcome, ImportChunk, SeriesChunk } from './store.ts';
import { valuesAt } from './tables/bar-revision-table.ts';
import type { Tables } from './tables/tables.ts';

export interface WrittenChunk {
  readonly outcome: ChunkOutcome;
  /** What instruments and bars changed under the new data version; null when nothing did. */
  readonly commit: { readonly version: number; readonly symbols: readonly string[] } | null;
}

/** Writes one chunk of a running batch; the caller wraps it in a transaction. */
export function writeChunk(tables: Tables, batch: number, chunk: ImportChunk, at: UtcMs, pinyin: (name: string) => string): WrittenChunk {
  const running = tables.batches.byId(batch);
  if (running === null) throw new AppError('store.batchUnknown', { batch });
  if (running.state !== 'running') throw new AppError('store.batchClosed', { batch });

  const version = tables.state.dataVersion() + 1;
  const changedSymbols = new Set<string>();
  let imported = 0;
  let unchanged = 0;
  for (const part of chunk.series) {
    const written = writeSeries(tables, batch, running.file, part, at, version, pinyin);
    imported += written.imported;
    unchanged += written.unchanged;
    if (written.changed) changedSymbols.add(`${part.instrument.mic}:${part.instrument.code}`);
  }
  for (const { symbol, ...action } of chunk.actions) {
    const instrument = tables.instruments.bySymbol(symbol);
    if (instrument === null) throw new AppError('store.symbolUnknown', { symbol });
    if (tables.actions.add({ ...action, instrument: instrument.id }, batch)) changedSymbols.add(symbol);
  }
  for (const rejection of chunk.rejections) tables.batches.addRejection(batch, rejection);
  tables.batches.addCounts(batch, { rows: imported + unchanged + chunk.rejections.length, imported, rejected: chunk.rejections.length });
  if (changedSymbols.size === 0) return { outcome: { imported, unchanged }, commit: null };
  tables.state.setDataVersion(version);
  return { outcome: { imported, unchanged }, commit: { version, symbols: [...changedSymbols] } };
}

function writeSeries(
  tables: Tables,
  batch: number,
  source: string,
  { instrument: draft, freq, origin, basis, columns }: SeriesChunk,
  at: UtcMs,
  version: number,
  pinyin: (name: string) => string,
): ChunkOutcome & { readonly changed: boolean } {
  requireIncreasing(columns, `${draft.mic}:${draft.code}`);
  const count = columns.time.length;
  const instrument = tables.instruments.upsert(draft, batch, pinyin);
  if (count === 0) return { imported: 0, unchanged: 0, changed: instrument.changed };
  const known = tables.series.byKey(instrument.id, freq, origin, basis) ?? tables.series.add(instrument.id, freq, origin, basis, source, at);
  tables.batches.addSeries(batch, known.id);
  const record = { ...known, source, fetchedAt: at };
  if (canAppend(record, columns)) {
    appendBars(tables, record, columns, batch, version);
    return { imported: count, unchanged: 0, changed: true };
  }
  const old = loadBars(tables, known);
  const merged = mergeBars(old, columns, batch);
  const imported = merged.added + merged.replaced;
  if (imported === 0) return { imported, unchanged: merged.unchanged, changed: instrument.changed };
  for (const index of merged.revisions) {
    tables.revisions.add(known.id, { ...valuesAt(old.columns, index), batch: old.batches[index] ?? 0, replacedBy: batch });
  }
  saveBars(tables, record, merged.bars, merged.firstChanged, version);
  return { imported, unchanged: merged.unchanged, changed: true };
}

/** Everything above the store relies on this order; bars that break it are a bug of whoever sent them. */
function requireIncreasing(columns: BarColumns, symbol: string): void {
  const { time } = columns;
  for (let index = 1; index < time.length; index++) {
    if (!((time[index - 1] ?? NaN) < (time[index] ?? NaN))) throw new Error(`bars of ${symbol}: times do not increase at ${index}`);
  }
}
