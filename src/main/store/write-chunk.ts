import { AppError } from '../../shared/app-error.ts';
import type { BarColumns } from '../../shared/bars.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { KnownSeries } from './known-series.ts';
import { mergeBars } from './merge-bars.ts';
import { appendBars, canAppend, loadBars, saveBars } from './series-bars.ts';
import type { ChunkOutcome, ImportChunk, SeriesChunk, WrittenBars } from './import-store.ts';
import { valuesAt } from './tables/bar-revision-table.ts';
import type { ChangedSeries } from './tables/commit-change-table.ts';
import type { Tables } from './tables/tables.ts';

export interface WrittenChunk {
  readonly outcome: ChunkOutcome;
  /** What instruments and bars changed under the new data version; null when nothing did. */
  readonly commit: { readonly version: number; readonly symbols: readonly string[] } | null;
}

interface Running {
  readonly tables: Tables;
  readonly known: KnownSeries;
  readonly batch: number;
  readonly file: string;
  readonly at: UtcMs;
  readonly version: number;
  readonly pinyin: (name: string) => string;
  /** Series the batch brings bars of for the first time. */
  readonly reached: number[];
}

/** Writes one chunk of a running batch; the caller wraps it in a transaction. `pinyin` gives the initials of a Chinese name. */
export function writeChunk(tables: Tables, known: KnownSeries, batch: number, chunk: ImportChunk, at: UtcMs, pinyin: (name: string) => string): WrittenChunk {
  const stored = tables.batches.byId(batch);
  if (stored === null) throw new AppError('store.batchUnknown', { batch });
  if (stored.state !== 'running') throw new AppError('store.batchClosed', { batch });

  const version = tables.state.dataVersion() + 1;
  const running: Running = { tables, known, batch, file: stored.file, at, version, pinyin, reached: [] };
  const symbols = new Set<string>();
  const changes: ChangedSeries[] = [];
  const bySeries: WrittenBars[] = [];
  let imported = 0;
  let unchanged = 0;
  for (const part of chunk.series) {
    const symbol = `${part.instrument.mic}:${part.instrument.code}`;
    const written = writeSeries(running, symbol, part);
    imported += written.imported;
    unchanged += written.unchanged;
    bySeries.push({ imported: written.imported, unchanged: written.unchanged });
    if (written.change !== null) changes.push(written.change);
    if (written.change !== null || written.instrumentChanged) symbols.add(symbol);
  }
  tables.batches.addSeries(batch, running.reached);
  for (const { symbol, ...action } of chunk.actions) {
    const instrument = tables.instruments.bySymbol(symbol);
    if (instrument === null) throw new AppError('store.symbolUnknown', { symbol });
    if (tables.actions.add({ ...action, instrument: instrument.id }, batch)) symbols.add(symbol);
  }
  for (const { symbol, ...membership } of chunk.memberships ?? []) {
    const instrument = tables.instruments.bySymbol(symbol);
    if (instrument === null) throw new AppError('store.symbolUnknown', { symbol });
    if (tables.industries.add({ ...membership, instrument: instrument.id }, batch)) symbols.add(symbol);
  }
  for (const rejection of chunk.rejections) tables.batches.addRejection(batch, rejection);
  tables.batches.addCounts(batch, { rows: imported + unchanged + chunk.rejections.length, imported, rejected: chunk.rejections.length });
  if (symbols.size === 0) return { outcome: { imported, unchanged, bySeries }, commit: null };
  tables.state.setDataVersion(version);
  tables.changes.add(version, changes);
  return { outcome: { imported, unchanged, bySeries }, commit: { version, symbols: [...symbols] } };
}

interface WrittenSeries extends WrittenBars {
  readonly instrumentChanged: boolean;
  readonly change: ChangedSeries | null;
}

function writeSeries(running: Running, symbol: string, part: SeriesChunk): WrittenSeries {
  const { tables, known, batch, file, at, version, pinyin } = running;
  const { columns } = part;
  requireIncreasing(columns, symbol);
  const { known: instrument, changed: instrumentChanged } = known.instrument(tables, symbol, part.instrument, batch, pinyin);
  if (columns.time.length === 0) return { imported: 0, unchanged: 0, instrumentChanged, change: null };
  const series = known.series(tables, instrument, part, file, at);
  if (series.batch !== batch) running.reached.push(series.record.id);
  series.batch = batch;
  const found = series.record;
  const record = { ...found, version, source: file, fetchedAt: at };
  if (canAppend(record, columns)) {
    const saved = appendBars(tables, record, columns, batch);
    series.record = saved.record;
    return { imported: columns.time.length, unchanged: 0, instrumentChanged, change: saved.change };
  }
  const old = loadBars(tables, found);
  const merged = mergeBars(old, columns, batch);
  const imported = merged.added + merged.replaced;
  if (imported === 0) return { imported, unchanged: merged.unchanged, instrumentChanged, change: null };
  for (const index of merged.revisions) {
    tables.revisions.add(found.id, { ...valuesAt(old.columns, index), batch: old.batches[index] ?? 0, replacedBy: batch });
  }
  const saved = saveBars(tables, record, merged.bars, merged.firstChanged);
  series.record = saved.record;
  return { imported, unchanged: merged.unchanged, instrumentChanged, change: saved.change };
}

/** Everything above the store relies on this order; bars that break it are a bug of whoever sent them. */
function requireIncreasing({ time }: BarColumns, symbol: string): void {
  let before = -Infinity;
  for (let index = 0; index < time.length; index++) {
    const next = time[index] ?? NaN;
    if (!(before < next)) throw new Error(`bars of ${symbol}: times do not increase at ${index}`);
    before = next;
  }
}
