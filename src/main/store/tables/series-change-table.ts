import type { Connection } from '../connect.ts';
import type { SeriesChange } from '../store.ts';

/** What each of a series' newest versions changed. */
export interface SeriesChangeTable {
  add(series: number, version: number, fromIndex: number, appended: boolean): void;
  /** What changed after a version of a series that is now at `current`; null when nothing did. */
  since(series: number, version: number, current: number): SeriesChange | null;
}

/** A reader further behind than this gets the whole series. */
const keptVersions = 32;

export function seriesChangeTable(database: Connection): SeriesChangeTable {
  const add = database.prepare<[number, number, number, number]>('INSERT INTO series_change (series, version, from_index, appended) VALUES (?, ?, ?, ?)');
  const prune = database.prepare<[number, number, number]>(
    `DELETE FROM series_change WHERE series = ? AND version <=
       (SELECT version FROM series_change WHERE series = ? ORDER BY version DESC LIMIT 1 OFFSET ?)`,
  );
  const known = database.prepare<[number, number], number>('SELECT 1 FROM series_change WHERE series = ? AND version = ?').pluck();
  const since = database.prepare<[number, number], { fromIndex: number; appended: number }>(
    'SELECT min(from_index) AS fromIndex, min(appended) AS appended FROM series_change WHERE series = ? AND version > ?',
  );
  return {
    add: (series, version, fromIndex, appended) => {
      add.run(series, version, fromIndex, appended ? 1 : 0);
      prune.run(series, series, keptVersions);
    },
    since: (series, version, current) => {
      if (version === current) return null;
      const change = known.get(series, version) === undefined ? undefined : since.get(series, version);
      if (change === undefined) return { version: current, mode: 'full', fromIndex: 0 };
      return { version: current, mode: change.appended === 1 ? 'append' : 'replace', fromIndex: change.fromIndex };
    },
  };
}
