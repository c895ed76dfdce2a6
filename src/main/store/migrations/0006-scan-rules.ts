import type { Migration } from '../migrate.ts';

/** The user's own scan rules, and the runs of rules that were kept so that the next can say what entered and left. */
export const scanRules: Migration = {
  version: 6,
  name: '0006-scan-rules',
  up: (database) => {
    database.exec(`
CREATE TABLE scan_rule (
  name TEXT NOT NULL COLLATE NOCASE PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 80),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 8000)
) STRICT, WITHOUT ROWID;

CREATE TABLE scan_run (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL COLLATE NOCASE CHECK (length(rule) BETWEEN 1 AND 80),
  text TEXT NOT NULL,
  scope TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  kept_at INTEGER NOT NULL,
  matches INTEGER NOT NULL,
  outcome BLOB NOT NULL,
  UNIQUE (rule, text, scope, as_of)
) STRICT;
`);
  },
};
