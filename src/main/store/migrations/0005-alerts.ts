import type { Migration } from '../migrate.ts';

/**
 * Alerts, how far each has come on each subject, and what fired. `symbol` is a key and no reference: bars may go and come back (an
 * import undone and repeated) and the alert stays. One line a bar: the same bar never fires twice.
 */
export const alerts: Migration = {
  version: 5,
  name: '0005-alerts',
  up: (database) =>
    database.exec(`
CREATE TABLE alert (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  symbol TEXT,
  freq TEXT NOT NULL,
  condition TEXT NOT NULL CHECK (json_valid(condition)),
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  cooldown_ms INTEGER NOT NULL CHECK (cooldown_ms >= 0),
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  created_at INTEGER NOT NULL,
  armed_at INTEGER NOT NULL
) STRICT;
CREATE TABLE alert_watch (
  alert INTEGER NOT NULL REFERENCES alert ON DELETE CASCADE,
  subject TEXT NOT NULL,
  seen_until REAL,
  last_moment REAL,
  problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
  PRIMARY KEY (alert, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE alert_event (
  id INTEGER PRIMARY KEY,
  alert INTEGER NOT NULL REFERENCES alert ON DELETE CASCADE,
  subject TEXT NOT NULL,
  time REAL NOT NULL,
  close REAL,
  fired_at INTEGER NOT NULL,
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  after5 REAL,
  after10 REAL,
  after20 REAL,
  UNIQUE (alert, subject, time)
) STRICT;
CREATE INDEX alert_event_open ON alert_event (id) WHERE after20 IS NULL;
`),
};
