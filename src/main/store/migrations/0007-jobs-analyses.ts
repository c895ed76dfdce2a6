import type { Migration } from '../migrate.ts';

/** What jobs remember and did, and the figures they computed of each instrument, day by day. */
export const jobsAnalyses: Migration = {
  version: 7,
  name: '0007-jobs-analyses',
  up: (database) => {
    database.exec(`
CREATE TABLE job_state (
  job TEXT PRIMARY KEY CHECK (length(job) BETWEEN 1 AND 64),
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  schedule TEXT CHECK (json_valid(schedule)),
  scope TEXT CHECK (json_valid(scope)),
  slot INTEGER,
  marks TEXT NOT NULL CHECK (json_valid(marks)),
  next_due_utc INTEGER,
  last_success INTEGER,
  attempts INTEGER NOT NULL CHECK (attempts >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('schedule', 'user')),
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'partial', 'failed', 'cancelled')),
  done INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  missed INTEGER NOT NULL,
  error TEXT CHECK (json_valid(error)),
  failures TEXT NOT NULL CHECK (json_valid(failures))
) STRICT;

CREATE INDEX job_run_job ON job_run (job, id);

CREATE TABLE stored_analysis (
  id INTEGER PRIMARY KEY,
  instrument INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 32),
  freq TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  computed_at INTEGER NOT NULL,
  figures TEXT NOT NULL CHECK (json_valid(figures)),
  UNIQUE (instrument, kind, freq, as_of)
) STRICT;
`);
  },
};
