import type { Migration } from '../migrate.ts';

/** When elements of a series' Chan structure were seen first, became final, vanished. */
export const chanLog: Migration = {
  version: 10,
  name: '0010-chan-log',
  up: (database) => {
    database.exec(`
CREATE TABLE chan_log (
  id INTEGER PRIMARY KEY,
  series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  basis TEXT NOT NULL,
  factor_version INTEGER NOT NULL CHECK (factor_version >= 0),
  anchor_time REAL NOT NULL,
  anchor_close REAL NOT NULL,
  known_to REAL NOT NULL,
  version INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  UNIQUE (series, factor_version)
) STRICT;

CREATE TABLE chan_log_entry (
  log INTEGER NOT NULL REFERENCES chan_log (id) ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('bi', 'seg', 'zs', 'bsp', 'segseg', 'segzs', 'segbsp')),
  key TEXT NOT NULL,
  first_seen REAL NOT NULL,
  last_moved REAL NOT NULL,
  final REAL,
  vanished REAL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (log, part, key, first_seen)
) STRICT, WITHOUT ROWID;
`);
  },
};
