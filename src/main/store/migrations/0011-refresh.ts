import type { Migration } from '../migrate.ts';

/**
 * Refresh runs and how each symbol last fared in one; days on which two origins differ. `symbol` is a key and no reference: a symbol
 * may be asked for before it has an instrument.
 */
export const refresh: Migration = {
  version: 11,
  name: '0011-refresh',
  up: (database) =>
    database.exec(`
CREATE TABLE refresh_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL,
  sources TEXT NOT NULL CHECK (json_valid(sources)),
  state TEXT NOT NULL CHECK (state IN ('running', 'completed', 'interrupted')),
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE TABLE refresh_item (
  symbol TEXT NOT NULL,
  freq TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES refresh_run,
  state TEXT NOT NULL CHECK (state IN ('pending', 'current', 'stale', 'failed')),
  origin TEXT,
  tried TEXT NOT NULL CHECK (json_valid(tried)),
  added INTEGER NOT NULL,
  revised INTEGER NOT NULL,
  rebased INTEGER NOT NULL CHECK (rebased IN (0, 1)),
  gaps INTEGER NOT NULL CHECK (gaps >= 0),
  at INTEGER,
  PRIMARY KEY (symbol, freq)
) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_item_run ON refresh_item (run, state);
CREATE TABLE origin_difference (
  symbol TEXT NOT NULL,
  freq TEXT NOT NULL,
  origin TEXT NOT NULL,
  other TEXT NOT NULL,
  time INTEGER NOT NULL,
  close REAL NOT NULL,
  other_close REAL NOT NULL,
  noticed_at INTEGER NOT NULL,
  PRIMARY KEY (symbol, freq, origin, other, time)
) STRICT, WITHOUT ROWID;
`),
};
