import { crc32 } from 'node:zlib';
import { allocateBars, type BarColumns } from '../../shared/bars.ts';

/** Bars with the import batch that wrote each of them. */
export interface StoredBars {
  readonly columns: BarColumns;
  readonly batches: Int32Array;
}

export interface BarBlob {
  readonly bytes: Buffer;
  readonly checksum: number;
}

/*
 * Layout, little-endian: format (u8), flag bits of what follows (u8), 2 spare, bars (u32), runs (u32), 4 spare; then the float64
 * columns open, high, low, close, volume and, where any bar has one, amount; float64 times where int32 cannot hold them; then
 * int32 times else; (length, batch) pairs of int32, one for each run of bars of the same batch; flags (u8).
 */
const format = 1;
const headerBytes = 16;
const withAmount = 1;
const withWideTime = 2;
const floatColumns = ['open', 'high', 'low', 'close', 'volume'] as const;
const int32Max = 2 ** 31 - 1;

/** Packs bars, whose times strictly increase; into `memory` where they fit, because memory touched first takes longer than packing. */
export function encodeBars({ columns, batches }: StoredBars, memory: ArrayBuffer): BarBlob {
  const count = columns.time.length;
  const amount = hasValue(columns.amount);
  const wide = count > 0 && ((columns.time[count - 1] ?? 0) > int32Max || (columns.time[0] ?? 0) < -int32Max);
  const runs = runLengths(batches);
  const floats = floatColumns.length + (amount ? 1 : 0) + (wide ? 1 : 0);
  const length = headerBytes + count * (8 * floats + (wide ? 0 : 4) + 1) + runs.byteLength;
  const bytes = length <= memory.byteLength ? Buffer.from(memory, 0, length) : Buffer.allocUnsafeSlow(length);
  const header = new DataView(bytes.buffer, 0, headerBytes);
  header.setUint8(0, format);
  header.setUint8(1, (amount ? withAmount : 0) | (wide ? withWideTime : 0));
  header.setUint16(2, 0);
  header.setUint32(4, count, true);
  header.setUint32(8, runs.length / 2, true);
  header.setUint32(12, 0);
  let offset = headerBytes;
  const put = (column: Float64Array): void => {
    new Float64Array(bytes.buffer, offset, count).set(column);
    offset += count * 8;
  };
  for (const name of floatColumns) put(columns[name]);
  if (amount) put(columns.amount);
  if (wide) put(columns.time);
  else {
    new Int32Array(bytes.buffer, offset, count).set(columns.time);
    offset += count * 4;
  }
  new Int32Array(bytes.buffer, offset, runs.length).set(runs);
  offset += runs.byteLength;
  bytes.set(columns.flags, offset);
  return { bytes, checksum: crc32(bytes) };
}

/** Where the parts of a BLOB lie in its bytes. */
export interface BlobLayout {
  readonly count: number;
  readonly wideTime: boolean;
  /** Byte offsets from the start; null where the column is absent, which means NaN throughout. */
  readonly offsets: Readonly<Record<Exclude<keyof BarColumns, 'amount'> | 'runs', number>> & { readonly amount: number | null };
  readonly runs: number;
}

/** Whether a BLOB holds the bytes it was written with. */
export function isIntact({ bytes, checksum }: BarBlob): boolean {
  return bytes.length >= headerBytes && bytes[0] === format && crc32(bytes) === checksum;
}

/** Reads the header of an intact BLOB. */
export function readLayout({ bytes }: BarBlob): BlobLayout {
  const count = bytes.readUInt32LE(4);
  const runs = bytes.readUInt32LE(8);
  const amount = ((bytes[1] ?? 0) & withAmount) !== 0;
  const wideTime = ((bytes[1] ?? 0) & withWideTime) !== 0;
  const column = count * 8;
  const floatsEnd = headerBytes + column * (floatColumns.length + (amount ? 1 : 0));
  const timeEnd = floatsEnd + (wideTime ? column : count * 4);
  return {
    count,
    wideTime,
    runs,
    offsets: {
      open: headerBytes,
      high: headerBytes + column,
      low: headerBytes + column * 2,
      close: headerBytes + column * 3,
      volume: headerBytes + column * 4,
      amount: amount ? headerBytes + column * 5 : null,
      time: floatsEnd,
      runs: timeEnd,
      flags: timeEnd + runs * 8,
    },
  };
}

/** Unpacks an intact BLOB. The columns are views on its memory, which the caller gives away. */
export function decodeBars(given: BarBlob): StoredBars {
  const blob = aligned(given);
  const { count, wideTime, offsets, runs } = readLayout(blob);
  const { buffer, byteOffset } = blob.bytes;
  const floats = (offset: number): Float64Array => new Float64Array(buffer, byteOffset + offset, count);
  const runPairs = new Int32Array(buffer, byteOffset + offsets.runs, runs * 2);
  return {
    columns: {
      time: wideTime ? floats(offsets.time) : Float64Array.from(new Int32Array(buffer, byteOffset + offsets.time, count)),
      open: floats(offsets.open),
      high: floats(offsets.high),
      low: floats(offsets.low),
      close: floats(offsets.close),
      volume: floats(offsets.volume),
      amount: offsets.amount === null ? new Float64Array(count).fill(NaN) : floats(offsets.amount),
      flags: new Uint8Array(buffer, byteOffset + offsets.flags, count),
    },
    batches: expandRuns(runPairs, count),
  };
}

/** No bars at all. */
export function noBars(): StoredBars {
  return { columns: allocateBars(0), batches: new Int32Array(0) };
}

/** The same bytes where 8-byte columns may be viewed in place. */
export function aligned(blob: BarBlob): BarBlob {
  return blob.bytes.byteOffset % 8 === 0 ? blob : { bytes: Buffer.from(new Uint8Array(blob.bytes).buffer), checksum: blob.checksum };
}

function hasValue(column: Float64Array): boolean {
  for (let index = 0; index < column.length; index++) if (!Number.isNaN(column[index])) return true;
  return false;
}

function runLengths(batches: Int32Array): Int32Array {
  const pairs: number[] = [];
  for (let start = 0, end = 0; start < batches.length; start = end) {
    const batch = batches[start] ?? 0;
    while (batches[end] === batch) end++;
    pairs.push(end - start, batch);
  }
  return new Int32Array(pairs);
}

function expandRuns(pairs: Int32Array, count: number): Int32Array {
  const batches = new Int32Array(count);
  let index = 0;
  for (let run = 0; run < pairs.length; run += 2) {
    const end = index + (pairs[run] ?? 0);
    batches.fill(pairs[run + 1] ?? 0, index, end);
    index = end;
  }
  return batches;
}
