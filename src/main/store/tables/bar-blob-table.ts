import { AppError } from '../../../shared/app-error.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import { isIntact, type BarBlob } from '../bar-blob.ts';
import type { Connection } from '../connect.ts';

/** The column BLOB of each series that has one. */
export interface BarBlobTable {
  /** Throws `store.damagedBars` where the bytes are not those that were written. */
  get(series: number): BarBlob | null;
  /** The BLOBs of all series of a frequency, by series; throws like `get`. */
  ofFrequency(freq: Frequency): Iterable<readonly [series: number, blob: BarBlob]>;
  put(series: number, blob: BarBlob): void;
  /** The series whose BLOBs are damaged, read anew from the file. */
  damaged(): readonly number[];
}

export function barBlobTable(database: Connection): BarBlobTable {
  const get = database.prepare<[number], BarBlob>('SELECT columns AS bytes, checksum FROM bar_blob WHERE series = ?');
  const ofFrequency = database
    .prepare<[string], [series: number, bytes: Buffer, checksum: number]>(
      'SELECT series.id, columns, checksum FROM series JOIN bar_blob ON bar_blob.series = series.id WHERE freq = ? ORDER BY series.id',
    )
    .raw();
  const put = database.prepare<[number, number, Buffer]>(
    `INSERT INTO bar_blob (series, checksum, columns) VALUES (?, ?, ?)
     ON CONFLICT (series) DO UPDATE SET checksum = excluded.checksum, columns = excluded.columns`,
  );
  const ids = database.prepare<[], number>('SELECT series FROM bar_blob ORDER BY series').pluck();
  // Checking costs half as much as reading, so each BLOB is checked when this connection first meets it.
  const intact = new Map<number, number>();
  const checked = (series: number, blob: BarBlob): BarBlob => {
    if (intact.get(series) !== blob.checksum) {
      if (!isIntact(blob)) throw new AppError('store.damagedBars', { series });
      intact.set(series, blob.checksum);
    }
    return blob;
  };
  return {
    get: (series) => {
      const blob = get.get(series);
      return blob === undefined ? null : checked(series, blob);
    },
    *ofFrequency(freq) {
      for (const [series, bytes, checksum] of ofFrequency.iterate(freq)) yield [series, checked(series, { bytes, checksum })];
    },
    put: (series, blob) => void put.run(series, blob.checksum, blob.bytes),
    damaged: () =>
      ids.all().filter((series) => {
        const blob = get.get(series);
        return blob !== undefined && !isIntact(blob);
      }),
  };
}
