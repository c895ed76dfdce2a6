import type { BarColumns } from '../../shared/bars.ts';
import { aligned, readLayout } from './bar-blob.ts';
import type { Universe, UniverseRequest } from './store.ts';
import type { Tables } from './tables/tables.ts';

type Writable = { -readonly [Name in keyof BarColumns]?: BarColumns[Name] };

/** Reads the asked columns of every series of a frequency straight from the BLOBs into shared memory. */
export function loadUniverse<Name extends keyof BarColumns>(tables: Tables, request: UniverseRequest<Name>): Universe<Name> {
  const limit = request.trailing ?? Infinity;
  const records = tables.series.all().filter((record) => record.freq === request.freq && record.bars > 0);
  const offsets = new Int32Array(new SharedArrayBuffer((records.length + 1) * 4));
  let total = 0;
  records.forEach((record, index) => {
    total += Math.min(record.bars, limit);
    offsets[index + 1] = total;
  });
  const columns: Writable = {};
  for (const name of request.columns as readonly (keyof BarColumns)[]) allocate(columns, name, total);

  const tails = records.some((record) => record.bars > record.blobBars) ? tables.tails.all() : null;
  records.forEach((record, index) => {
    const start = offsets[index] ?? 0;
    const tail = tails?.get(record.id)?.columns;
    const tailBars = Math.min(record.bars - record.blobBars, limit);
    const headBars = Math.min(record.bars, limit) - tailBars;
    if (headBars > 0) copyBlob(tables, record.id, headBars, columns, start);
    if (tail !== undefined) copyTail(tail, tailBars, columns, start + headBars);
  });
  // Every asked column was allocated above.
  return { series: records, offsets, columns: columns as Pick<BarColumns, Name> };
}

function allocate(columns: Writable, name: keyof BarColumns, count: number): void {
  if (name === 'flags') columns.flags = new Uint8Array(new SharedArrayBuffer(count));
  else columns[name] = new Float64Array(new SharedArrayBuffer(count * 8));
}

/** Copies the last `count` bars of a BLOB. */
function copyBlob(tables: Tables, series: number, count: number, columns: Writable, target: number): void {
  const stored = tables.blobs.get(series);
  if (stored === null) throw new Error(`series ${series} has no BLOB`);
  const blob = aligned(stored);
  const layout = readLayout(blob);
  const { buffer, byteOffset } = blob.bytes;
  const from = layout.count - count;
  for (const name of Object.keys(columns) as (keyof BarColumns)[]) {
    const offset = layout.offsets[name];
    const column = columns[name];
    if (offset === null) column?.fill(NaN, target, target + count);
    else if (name === 'flags') column?.set(new Uint8Array(buffer, byteOffset + offset + from, count), target);
    else if (name === 'time' && !layout.wideTime) column?.set(new Int32Array(buffer, byteOffset + offset + from * 4, count), target);
    else column?.set(new Float64Array(buffer, byteOffset + offset + from * 8, count), target);
  }
}

function copyTail(tail: BarColumns, count: number, columns: Writable, target: number): void {
  const from = tail.time.length - count;
  for (const name of Object.keys(columns) as (keyof BarColumns)[]) columns[name]?.set(tail[name].subarray(from), target);
}
