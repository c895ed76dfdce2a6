import type { BarColumns } from '../../shared/bars.ts';
import { readLayout, type BarBlob } from './bar-blob.ts';
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

  const heads = new Map<number, readonly [count: number, start: number]>();
  const tails = new Map<number, TailPlace>();
  records.forEach((record, index) => {
    const start = offsets[index] ?? 0;
    const tailBars = record.bars - record.blobBars;
    const headBars = Math.max(0, Math.min(record.bars, limit) - tailBars);
    if (headBars > 0) heads.set(record.id, [headBars, start]);
    if (tailBars > 0) tails.set(record.id, { start: start + headBars, skipped: Math.max(0, tailBars - limit) });
  });
  tables.blobs.visit(request.freq, (series, blob) => {
    const head = heads.get(series);
    if (head !== undefined) copyBlob(blob, ...head, columns);
    heads.delete(series);
  });
  for (const series of heads.keys()) throw new Error(`series ${series} has no BLOB`);
  if (tails.size > 0) copyTails(tables.tails.ofFrequency(request.freq, request.columns), tails, request.columns.map((name) => columns[name]));
  // Every asked column was allocated above.
  return { series: records, offsets, columns: columns as Pick<BarColumns, Name> };
}

function allocate(columns: Writable, name: keyof BarColumns, count: number): void {
  if (name === 'flags') columns.flags = new Uint8Array(new SharedArrayBuffer(count));
  else columns[name] = new Float64Array(new SharedArrayBuffer(count * 8));
}

/** Copies the last `count` bars of a BLOB: as bytes, because setting shared memory from a typed array takes twice as long. */
function copyBlob(blob: BarBlob, count: number, target: number, columns: Writable): void {
  const { bytes } = blob;
  const layout = readLayout(blob);
  const from = layout.count - count;
  for (const name of Object.keys(columns) as (keyof BarColumns)[]) {
    const column = columns[name];
    const offset = layout.offsets[name];
    if (offset === null) column?.fill(NaN, target, target + count);
    else if (name === 'time' && !layout.wideTime) column?.set(narrowTimes(bytes, offset + from * 4, count), target);
    else if (column !== undefined) {
      const width = column.BYTES_PER_ELEMENT;
      bytes.copy(new Uint8Array(column.buffer), target * width, offset + from * width, offset + layout.count * width);
    }
  }
}

/** Times of 32 bits, which the driver's buffers need not have at an offset that can be viewed. */
function narrowTimes(bytes: Buffer, offset: number, count: number): Int32Array {
  const at = bytes.byteOffset + offset;
  return at % 4 === 0 ? new Int32Array(bytes.buffer, at, count) : new Int32Array(bytes.buffer.slice(at, at + count * 4));
}

/** Where the tail rows of a series go, and how many of its oldest are left out. */
interface TailPlace {
  readonly start: number;
  readonly skipped: number;
}

/** Copies tail rows, the asked columns behind the series. */
function copyTails(rows: readonly (readonly (number | null)[])[], places: ReadonlyMap<number, TailPlace>, columns: readonly (Float64Array | Uint8Array | undefined)[]): void {
  let series: number | null = null;
  let place: TailPlace | undefined;
  let at = 0;
  for (const row of rows) {
    if (row[0] !== series) {
      series = row[0] ?? null;
      place = places.get(series ?? NaN);
      at = (place?.start ?? 0) - (place?.skipped ?? 0);
    }
    if (place !== undefined && at >= place.start) {
      for (let index = 0; index < columns.length; index++) {
        const column = columns[index];
        if (column !== undefined) column[at] = row[index + 1] ?? NaN;
      }
    }
    at += 1;
  }
}
