import type { Migration } from '../migrate.ts';

/** Lists and members that a file brought know their import, so that it can be taken back as imports of bars can. */
export const watchlistImports: Migration = {
  version: 14,
  name: '0014-watchlist-imports',
  up: (database) => {
    database.exec(`
ALTER TABLE watchlist ADD COLUMN batch INTEGER REFERENCES import_batch (id) ON DELETE SET NULL;
ALTER TABLE watchlist_member ADD COLUMN batch INTEGER REFERENCES import_batch (id) ON DELETE SET NULL;
CREATE INDEX watchlist_batch ON watchlist (batch) WHERE batch IS NOT NULL;
CREATE INDEX watchlist_member_batch ON watchlist_member (batch) WHERE batch IS NOT NULL;
`);
  },
};
