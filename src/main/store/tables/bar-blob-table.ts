import type { BarBlob } from '../bar-blob.ts';
import type { Connection } from '../connect.ts';

/** The column BLOB of each series that has one. */
export interface BarBlobTable {
  get(series: number): BarBlob | null;
  put(series: number, blob: BarBlob): void;
  remove(series: number): void;
  seriesIds(): readonly number[];
}

export function barBlobTable(database: Connection): BarBlobTable {
  const get = database.prepare<[number], { bytes: Buffer; checksum: number }>('SELECT columns AS bytes, checksum FROM bar_blob WHERE series = ?');
  const put = database.prepare<[number, number, Buffer]>(
    `INSERT INTO bar_blob (series, checksum, columns) VALUES (?, ?, ?)
     ON CONFLICT (series) DO UPDATE SET checksum = excluded.checksum, columns = excluded.columns`,
  );
  const remove = database.prepare<[number]>('DELETE FROM bar_blob WHERE series = ?');
  const seriesIds = database.prepare<[], number>('SELECT series FROM bar_blob ORDER BY series').pluck();
  return {
    get: (series) => get.get(series) ?? null,
    put: (series, blob) => void put.run(series, blob.checksum, blob.bytes),
    remove: (series) => void remove.run(series),
    seriesIds: () => seriesIds.all(),
  };
}
