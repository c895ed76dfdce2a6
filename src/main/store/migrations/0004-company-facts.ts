import type { Migration } from '../migrate.ts';

/**
 * What companies publish (reports, share counts) and what is published about their trading (money flow by order size). Rows are layers:
 * a correction is a further row, so that what was known on a day can be told and taking back a batch is deleting its rows.
 */
export const companyFacts: Migration = {
  version: 4,
  name: '0004-company-facts',
  up: (database) => {
    database.exec(`
CREATE TABLE fundamental_report (
  id INTEGER PRIMARY KEY,
  instrument INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  period_end INTEGER NOT NULL,
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 24),
  published_at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  currency TEXT,
  revenue REAL,
  gross_profit REAL,
  net_profit REAL,
  equity REAL,
  assets REAL,
  source TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (id)
) STRICT;

CREATE INDEX fundamental_report_instrument ON fundamental_report (instrument, source, period_end, months, published_at);
CREATE INDEX fundamental_report_batch ON fundamental_report (batch);

CREATE TABLE share_count (
  id INTEGER PRIMARY KEY,
  instrument INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  effective_from INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  total REAL NOT NULL CHECK (total > 0),
  floating REAL CHECK (floating BETWEEN 0 AND total),
  source TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (id)
) STRICT;

CREATE INDEX share_count_instrument ON share_count (instrument, source, effective_from);
CREATE INDEX share_count_batch ON share_count (batch);

CREATE TABLE capital_flow (
  id INTEGER PRIMARY KEY,
  instrument INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  day INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  super_large REAL NOT NULL,
  large REAL NOT NULL,
  medium REAL NOT NULL,
  small REAL NOT NULL,
  super_large_percent REAL NOT NULL,
  large_percent REAL NOT NULL,
  medium_percent REAL NOT NULL,
  small_percent REAL NOT NULL,
  source TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (id)
) STRICT;

CREATE INDEX capital_flow_instrument ON capital_flow (instrument, source, day);
CREATE INDEX capital_flow_batch ON capital_flow (batch);
`);
  },
};
