import type { Migration } from '../migrate.ts';

/**
 * The user's own lists of symbols. A member is kept by its key and not by its instrument's row: taking back an import must not
 * empty a list, and a symbol may be listed before its first bars arrive.
 */
export const watchlists: Migration = {
  version: 3,
  name: '0003-watchlists',
  up: (database) => {
    database.exec(`
CREATE TABLE watchlist (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 64),
  group_name TEXT CHECK (length(group_name) BETWEEN 1 AND 64),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE watchlist_member (
  watchlist INTEGER NOT NULL REFERENCES watchlist (id) ON DELETE CASCADE,
  symbol TEXT NOT NULL CHECK (length(symbol) BETWEEN 3 AND 81),
  position INTEGER NOT NULL,
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  PRIMARY KEY (watchlist, symbol)
) STRICT, WITHOUT ROWID;

CREATE INDEX watchlist_member_symbol ON watchlist_member (symbol);
`);
  },
};
