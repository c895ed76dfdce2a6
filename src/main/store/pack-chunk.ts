import type { TransferListItem } from 'node:worker_threads';
import { allocateBars, barColumnNames, sliceBars, type BarColumns } from '../../shared/bars.ts';
import type { ImportChunk, SeriesChunk } from './import-store.ts';

/** A chunk on its way to another thread. */
export interface PackedChunk extends Omit<ImportChunk, 'series'> {
  /** A number of bars in place of a series' columns: so many of the common ones, behind those of the series before. */
  readonly series: readonly (Omit<SeriesChunk, 'columns'> & { readonly columns: BarColumns | number })[];
  readonly common: BarColumns;
}

/** Series shorter than this are copied into common columns: handing over eight columns costs more than copying a few bars. */
const packedBars = 256;

/** Prepares a chunk for posting, with the memory that goes along instead of being copied: short series are packed together, shared memory stays shared. */
export function packChunk(chunk: ImportChunk): { readonly chunk: PackedChunk; readonly transfer: TransferListItem[] } {
  const buffers = new Set<ArrayBuffer>();
  const handOver = (columns: BarColumns): void => {
    for (const name of barColumnNames) if (columns[name].buffer instanceof ArrayBuffer) buffers.add(columns[name].buffer);
  };
  let shortBars = 0;
  for (const { columns } of chunk.series) {
    if (columns.time.length < packedBars) shortBars += columns.time.length;
    else handOver(columns);
  }
  const common = allocateBars(shortBars);
  handOver(common);
  let at = 0;
  const series = chunk.series.map((part) => {
    const { columns } = part;
    const count = columns.time.length;
    if (count >= packedBars) return part;
    for (const name of barColumnNames) common[name].set(columns[name], at);
    at += count;
    return { ...part, columns: count };
  });
  return { chunk: { ...chunk, series, common }, transfer: [...buffers] };
}

/** The chunk that was packed. */
export function unpackChunk({ common, series, ...rest }: PackedChunk): ImportChunk {
  let at = 0;
  const unpacked = series.map((part): SeriesChunk => {
    const { columns } = part;
    return { ...part, columns: typeof columns === 'number' ? sliceBars(common, at, (at += columns)) : columns };
  });
  return { ...rest, series: unpacked };
}
