import { BarFlag } from '../../../shared/bar-flag.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import type { Basis } from '../../../shared/basis.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import type { UtcMs } from '../../../shared/time.ts';
import type { Connection } from '../connect.ts';
import { previousClose } from '../previous-close.ts';
import type { Series } from '../store.ts';
import { numberOrNull } from './number-or-null.ts';

/** A series with the number of its bars that lie in the BLOB; the rest are tail rows. */
export interface SeriesRecord extends Series {
  readonly blobBars: number;
}

export interface SeriesTable {
  all(): readonly SeriesRecord[];
  ofInstrument(instrument: number): readonly SeriesRecord[];
  byId(id: number): SeriesRecord | null;
  byKey(instrument: number, freq: Frequency, origin: string, basis: Basis): SeriesRecord | null;
  add(instrument: number, freq: Frequency, origin: string, basis: Basis, source: string, at: UtcMs): SeriesRecord;
  /** Writes everything of a record but its key. */
  update(record: SeriesRecord): void;
  remove(id: number): void;
  /** Series whose tail has at least `rows` rows, after the given id, in order. */
  withTail(rows: number, afterId: number, limit: number): readonly number[];
}

interface SeriesRow {
  id: number;
  instrument: number;
  freq: string;
  origin: string;
  basis: string;
  version: number;
  bars: number;
  blob_bars: number;
  first_time: number | null;
  last_time: number | null;
  last_close: number | null;
  previous_close: number | null;
  last_volume: number | null;
  filled: number;
  range: number;
  open: number;
  revised: number;
  amount: number;
  source: string;
  fetched_at: number;
}

const columns = `id, instrument, freq, origin, basis, version, bars, blob_bars, first_time, last_time, last_close, previous_close, last_volume,
  filled, range, open, revised, amount, source, fetched_at`;

export function seriesTable(database: Connection): SeriesTable {
  const all = database.prepare<[], SeriesRow>(`SELECT ${columns} FROM series ORDER BY id`);
  const ofInstrument = database.prepare<[number], SeriesRow>(`SELECT ${columns} FROM series WHERE instrument = ? ORDER BY id`);
  const byId = database.prepare<[number], SeriesRow>(`SELECT ${columns} FROM series WHERE id = ?`);
  const byKey = database.prepare<[number, string, string, string], SeriesRow>(
    `SELECT ${columns} FROM series WHERE instrument = ? AND freq = ? AND origin = ? AND basis = ?`,
  );
  const add = database.prepare<[number, string, string, string, string, number]>(
    `INSERT INTO series (instrument, freq, origin, basis, source, fetched_at, version, bars, blob_bars, filled, range, open, revised, amount)
     VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0)`,
  );
  const update = database.prepare<(number | string | null)[]>(
    `UPDATE series SET version = ?, bars = ?, blob_bars = ?, first_time = ?, last_time = ?, last_close = ?, previous_close = ?, last_volume = ?,
       filled = ?, range = ?, open = ?, revised = ?, amount = ?, source = ?, fetched_at = ? WHERE id = ?`,
  );
  const remove = database.prepare<[number]>('DELETE FROM series WHERE id = ?');
  const withTail = database
    .prepare<[number, number, number], number>('SELECT id FROM series WHERE bars - blob_bars >= ? AND id > ? ORDER BY id LIMIT ?')
    .pluck();

  const one = (row: SeriesRow | undefined): SeriesRecord | null => (row === undefined ? null : toRecord(row));
  return {
    all: () => all.all().map(toRecord),
    ofInstrument: (instrument) => ofInstrument.all(instrument).map(toRecord),
    byId: (id) => one(byId.get(id)),
    byKey: (instrument, freq, origin, basis) => one(byKey.get(instrument, freq, origin, basis)),
    add: (instrument, freq, origin, basis, source, at) => {
      const id = Number(add.run(instrument, freq, origin, basis, source, at).lastInsertRowid);
      // The spread comes first: behind other fields it takes several times as long.
      return { ...emptyFacts, id, instrument, freq, origin, basis, source, fetchedAt: at, version: 0, blobBars: 0 };
    },
    update: (record) =>
      void update.run(
        record.version,
        record.bars,
        record.blobBars,
        numberOrNull(record.firstTime),
        numberOrNull(record.lastTime),
        numberOrNull(record.lastClose),
        numberOrNull(record.previousClose),
        numberOrNull(record.lastVolume),
        record.flagged.filled,
        record.flagged.range,
        record.flagged.open,
        record.flagged.revised,
        record.flagged.amount,
        record.source,
        record.fetchedAt,
        record.id,
      ),
    remove: (id) => void remove.run(id),
    withTail: (rows, afterId, limit) => withTail.all(rows, afterId, limit),
  };
}

/** The facts of a series that its bars decide. */
export type BarFacts = Pick<Series, 'bars' | 'firstTime' | 'lastTime' | 'lastClose' | 'previousClose' | 'lastVolume' | 'flagged'>;

/** The facts of a series without bars. */
export const emptyFacts: BarFacts = {
  bars: 0,
  firstTime: NaN,
  lastTime: NaN,
  lastClose: NaN,
  previousClose: NaN,
  lastVolume: NaN,
  flagged: { filled: 0, range: 0, open: 0, revised: 0, amount: 0 },
};

/** A series with the facts after `columns` were put behind the bars that gave `before`; `zone` is the exchange's for intraday bars, else null. */
export function withBars(record: SeriesRecord, before: BarFacts, columns: BarColumns, zone: string | null): SeriesRecord {
  const count = columns.time.length;
  if (count === 0) return { ...record, ...before };
  let { filled, range, open, revised, amount } = before.flagged;
  for (let index = 0; index < count; index++) {
    const flags = columns.flags[index] ?? 0;
    if (flags === 0) continue;
    if ((flags & BarFlag.filled) !== 0) filled++;
    if ((flags & BarFlag.range) !== 0) range++;
    if ((flags & BarFlag.open) !== 0) open++;
    if ((flags & BarFlag.revised) !== 0) revised++;
    if ((flags & BarFlag.amount) !== 0) amount++;
  }
  return {
    ...record,
    bars: before.bars + count,
    firstTime: before.bars === 0 ? (columns.time[0] ?? NaN) : before.firstTime,
    lastTime: columns.time[count - 1] ?? NaN,
    lastClose: columns.close[count - 1] ?? NaN,
    previousClose: previousClose(before, columns, zone),
    lastVolume: columns.volume[count - 1] ?? NaN,
    flagged: { filled, range, open, revised, amount },
  };
}

function toRecord(row: SeriesRow): SeriesRecord {
  return {
    id: row.id,
    instrument: row.instrument,
    // The table's CHECKs admit these frequencies and bases only.
    freq: row.freq as Frequency,
    origin: row.origin,
    basis: row.basis as Basis,
    bars: row.bars,
    blobBars: row.blob_bars,
    firstTime: row.first_time ?? NaN,
    lastTime: row.last_time ?? NaN,
    lastClose: row.last_close ?? NaN,
    previousClose: row.previous_close ?? NaN,
    lastVolume: row.last_volume ?? NaN,
    version: row.version,
    source: row.source,
    fetchedAt: row.fetched_at as UtcMs,
    flagged: { filled: row.filled, range: row.range, open: row.open, revised: row.revised, amount: row.amount },
  };
}
