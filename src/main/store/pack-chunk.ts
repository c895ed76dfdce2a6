import type { TransferListItem } from 'node:worker_threads';
import { barColumnNames, type BarColumns } from '../../shared/bars.ts';
import type { ImportChunk } from './store.ts';

/** A chunk on its way to another thread, and the memory that goes along instead of being copied. */
export interface PackedChunk {
  readonly chunk: ImportChunk;
  readonly transfer: TransferListItem[];
}

/** Series shorter than this are copied into common memory: handing over a buffer costs more than copying a few bars. */
const packedBars = 256;
const floatColumns = ['time', 'open', 'high', 'low', 'close', 'volume', 'amount'] as const;
const bytesPerBar = floatColumns.length * 8 + 1;

/** Prepares a chunk for posting: long columns are handed over, short ones packed together, shared memory stays shared. */
export function packChunk(chunk: ImportChunk): PackedChunk {
  const buffers = new Set<ArrayBuffer>();
  let shortBars = 0;
  for (const { columns } of chunk.series) {
    if (columns.time.length < packedBars) shortBars += columns.time.length;
    else for (const name of barColumnNames) if (columns[name].buffer instanceof ArrayBuffer) buffers.add(columns[name].buffer);
  }
  if (shortBars === 0) return { chunk, transfer: [...buffers] };
  const common = new ArrayBuffer(shortBars * bytesPerBar);
  buffers.add(common);
  let floatOffset = 0;
  let flagOffset = shortBars * floatColumns.length * 8;
  const series = chunk.series.map((part) => {
    const { columns } = part;
    const count = columns.time.length;
    if (count >= packedBars) return part;
    const put = (column: Float64Array): Float64Array => {
      const packed = new Float64Array(common, floatOffset, count);
      packed.set(column);
      floatOffset += count * 8;
      return packed;
    };
    const flags = new Uint8Array(common, flagOffset, count);
    flags.set(columns.flags);
    flagOffset += count;
    const packed: BarColumns = {
      time: put(columns.time),
      open: put(columns.open),
      high: put(columns.high),
      low: put(columns.low),
      close: put(columns.close),
      volume: put(columns.volume),
      amount: put(columns.amount),
      flags,
    };
    return { ...part, columns: packed };
  });
  return { chunk: { ...chunk, series }, transfer: [...buffers] };
}
