import type { Connection } from '../connect.ts';
import type { SeriesChange } from '../store.ts';

/** How a commit changed one series. */
export interface ChangedSeries {
  readonly series: number;
  /** Bars before it are as they were. */
  readonly fromIndex: number;
  /** Bars were only added behind the last one. */
  readonly appended: boolean;
}

/** What the newest commits changed: one row a commit, its series as triples of int32 (id, from index, appended). */
export interface CommitChangeTable {
  add(version: number, changes: readonly ChangedSeries[]): void;
  /** What changed in a series, now at `current`, after a version of it; null when nothing did. `newest` is the data version. */
  since(series: number, version: number, current: number, newest: number): SeriesChange | null;
}

/** A reader further behind than this gets the whole series. */
const keptVersions = 64;

export function commitChangeTable(database: Connection): CommitChangeTable {
  const add = database.prepare<[number, Buffer]>('INSERT INTO commit_change (version, changes) VALUES (?, ?)');
  const prune = database.prepare<[number]>('DELETE FROM commit_change WHERE version <= ?');
  const after = database.prepare<[number], Buffer>('SELECT changes FROM commit_change WHERE version > ?').pluck();
  return {
    add: (version, changes) => {
      const triples = Int32Array.from(changes.flatMap(({ series, fromIndex, appended }) => [series, fromIndex, appended ? 1 : 0]));
      add.run(version, Buffer.from(triples.buffer));
      prune.run(version - keptVersions);
    },
    since: (series, version, current, newest) => {
      if (version === current) return null;
      if (version > current || version < newest - keptVersions) return { version: current, mode: 'full', fromIndex: 0 };
      let fromIndex = Infinity;
      let appended = true;
      for (const bytes of after.iterate(version)) {
        for (let offset = 0; offset < bytes.length; offset += 12) {
          if (bytes.readInt32LE(offset) !== series) continue;
          fromIndex = Math.min(fromIndex, bytes.readInt32LE(offset + 4));
          appended &&= bytes.readInt32LE(offset + 8) === 1;
        }
      }
      if (fromIndex === Infinity) return { version: current, mode: 'full', fromIndex: 0 };
      return { version: current, mode: appended ? 'append' : 'replace', fromIndex };
    },
  };
}
