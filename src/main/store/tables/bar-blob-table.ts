import { AppError } from '../../../shared/app-error.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import { encodeBars, isIntact, type BarBlob, type StoredBars } from '../bar-blob.ts';
import type { Connection } from '../connect.ts';

/** The column BLOB of each series that has one. */
export interface BarBlobTable {
  /** Throws `store.damagedBars` where the bytes are not those that were written. */
  get(series: number): BarBlob | null;
  /** Shows the BLOBs of all series of a frequency, by series, each only until `visit` returns; throws like `get`. */
  visit(freq: Frequency, visit: (series: number, blob: BarBlob) => void): void;
  put(series: number, bars: StoredBars): void;
  /** The series whose BLOBs are damaged, read anew from the file. */
  damaged(): readonly number[];
}

/** Holds what is being packed: some 5,000 bars. */
const scratchBytes = 256 * 1024;

export function barBlobTable(database: Connection): BarBlobTable {
  const get = database.prepare<[number], BarBlob>('SELECT columns AS bytes, checksum FROM bar_blob WHERE series = ?');
  const ofFrequency = database
    .prepare<[string], [series: number, bytes: Buffer<ArrayBuffer>, checksum: number]>(
      'SELECT series.id, columns, checksum FROM series JOIN bar_blob ON bar_blob.series = series.id WHERE freq = ? ORDER BY series.id',
    )
    .raw();
  const put = database.prepare<[number, number, Buffer]>(
    `INSERT INTO bar_blob (series, checksum, columns) VALUES (?, ?, ?)
     ON CONFLICT (series) DO UPDATE SET checksum = excluded.checksum, columns = excluded.columns`,
  );
  const ids = database.prepare<[], number>('SELECT series FROM bar_blob ORDER BY series').pluck();
  const scratch = new ArrayBuffer(scratchBytes);
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
    visit: (freq, visit) => {
      for (const [series, bytes, checksum] of ofFrequency.iterate(freq)) {
        visit(series, checked(series, { bytes, checksum }));
        // Given back at once its memory, where it is its own, serves the next BLOB: memory touched first takes longer than reading into it.
        if (bytes.buffer.byteLength === bytes.byteLength) bytes.buffer.transfer(0);
      }
    },
    put: (series, bars) => {
      const { checksum, bytes } = encodeBars(bars, scratch);
      put.run(series, checksum, bytes);
    },
    damaged: () =>
      ids.all().filter((series) => {
        const blob = get.get(series);
        return blob !== undefined && !isIntact(blob);
      }),
  };
}
