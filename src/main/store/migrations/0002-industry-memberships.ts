import type { Migration } from '../migrate.ts';

/** Which industry an instrument belongs to, by scheme and with the days between which that held. */
export const industryMemberships: Migration = {
  version: 2,
  name: '0002-industry-memberships',
  up: (database) => {
    database.exec(`
CREATE TABLE industry_membership (
  id INTEGER PRIMARY KEY,
  instrument INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  scheme TEXT NOT NULL CHECK (length(scheme) BETWEEN 1 AND 64),
  industry TEXT NOT NULL CHECK (length(industry) BETWEEN 1 AND 200),
  valid_from INTEGER,
  valid_until INTEGER,
  source TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX industry_membership_instrument ON industry_membership (instrument, scheme);
CREATE INDEX industry_membership_batch ON industry_membership (batch);
`);
  },
};
