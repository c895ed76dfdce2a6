import type { Migration } from '../migrate.ts';

/** How many bars of a series have an amount that does not fit their volume and prices; none is known to of those stored before. */
export const doubtfulAmounts: Migration = {
  version: 13,
  name: '0013-doubtful-amounts',
  up: (database) => database.exec('ALTER TABLE series ADD COLUMN amount INTEGER NOT NULL DEFAULT 0 CHECK (amount >= 0)'),
};
