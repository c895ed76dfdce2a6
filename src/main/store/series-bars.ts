import type { BarColumns } from '../../shared/bars.ts';
import { isIntraday } from '../../shared/frequency.ts';
import { decodeBars, noBars, type StoredBars } from './bar-blob.ts';
import type { ChangedSeries } from './tables/commit-change-table.ts';
import { emptyFacts, withBars, type SeriesRecord } from './tables/series-table.ts';
import type { Tables } from './tables/tables.ts';

/** A tail never grows to this many rows. */
const tailLimit = 256;
/** Writing a tail row costs about as much as rewriting this many bars of a BLOB. */
const rowCost = 6;

/** A series as it stands after a write, and how that changed it. */
export interface SavedBars {
  readonly record: SeriesRecord;
  readonly change: ChangedSeries;
}

/** All bars of a series, BLOB and tail joined, in memory of their own. */
export function loadBars(tables: Tables, record: SeriesRecord): StoredBars {
  const blob = record.blobBars === 0 ? null : tables.blobs.get(record.id);
  const head = blob === null ? noBars() : decodeBars(blob);
  return record.bars === record.blobBars ? head : concatenate(head, tables.tails.of(record.id));
}

/** Stores the new bars of a series, which carries its new version already: into its tail where only few at its end changed, else as a new BLOB. */
export function saveBars(tables: Tables, record: SeriesRecord, bars: StoredBars, firstChanged: number): SavedBars {
  const count = bars.columns.time.length;
  const intoTail = fitsTail(record, firstChanged, count);
  if (intoTail) {
    // Whatever stood behind the last unchanged bar goes: bars that were taken out lie there as well as those that changed.
    tables.tails.removeFrom(record.id, (bars.columns.time[firstChanged - 1] ?? Number.MIN_SAFE_INTEGER) + 1);
    tables.tails.add(record.id, bars, firstChanged);
  } else {
    tables.blobs.put(record.id, bars);
    if (record.bars > record.blobBars) tables.tails.removeFrom(record.id, Number.MIN_SAFE_INTEGER);
  }
  const saved = withBars({ ...record, blobBars: intoTail ? record.blobBars : count }, emptyFacts, bars.columns, zoneOf(tables, record));
  tables.series.update(saved);
  return { record: saved, change: { series: record.id, fromIndex: firstChanged, appended: firstChanged >= record.bars } };
}

/** Whether bars that all lie behind a series' last one can go into its tail without reading the rest. */
export function canAppend(record: SeriesRecord, columns: BarColumns): boolean {
  return record.bars > 0 && (columns.time[0] ?? NaN) > record.lastTime && fitsTail(record, record.bars, record.bars + columns.time.length);
}

/** Adds bars for which `canAppend` holds to a series that carries its new version already. */
export function appendBars(tables: Tables, record: SeriesRecord, columns: BarColumns, batch: number): SavedBars {
  const count = columns.time.length;
  tables.tails.add(record.id, { columns, batches: new Int32Array(count).fill(batch) }, 0);
  const saved = withBars(record, record, columns, zoneOf(tables, record));
  tables.series.update(saved);
  return { record: saved, change: { series: record.id, fromIndex: record.bars, appended: true } };
}

/** Moves the tail of a series into its BLOB. Its bars and version stay. */
export function compactBars(tables: Tables, record: SeriesRecord): void {
  tables.blobs.put(record.id, loadBars(tables, record));
  tables.tails.removeFrom(record.id, Number.MIN_SAFE_INTEGER);
  tables.series.update({ ...record, blobBars: record.bars });
}

function zoneOf(tables: Tables, { freq, instrument }: SeriesRecord): string | null {
  return isIntraday(freq) ? tables.instruments.zoneOf(instrument) : null;
}

function fitsTail(record: SeriesRecord, firstChanged: number, count: number): boolean {
  return firstChanged >= record.blobBars && count - record.blobBars < tailLimit && (count - firstChanged) * rowCost < count;
}

function concatenate(head: StoredBars, tail: StoredBars): StoredBars {
  if (head.batches.length === 0) return tail;
  const count = head.batches.length + tail.batches.length;
  const floats = (a: Float64Array, b: Float64Array): Float64Array => {
    const joined = new Float64Array(count);
    joined.set(a);
    joined.set(b, a.length);
    return joined;
  };
  const flags = new Uint8Array(count);
  flags.set(head.columns.flags);
  flags.set(tail.columns.flags, head.batches.length);
  const batches = new Int32Array(count);
  batches.set(head.batches);
  batches.set(tail.batches, head.batches.length);
  const [a, b] = [head.columns, tail.columns];
  return {
    columns: {
      time: floats(a.time, b.time),
      open: floats(a.open, b.open),
      high: floats(a.high, b.high),
      low: floats(a.low, b.low),
      close: floats(a.close, b.close),
      volume: floats(a.volume, b.volume),
      amount: floats(a.amount, b.amount),
      flags,
    },
    batches,
  };
}
