import type { Migration } from '../migrate.ts';

/** Portfolios and what happened in them. Symbols are kept by key, as in watchlists: an import taken back must not empty a portfolio. */
export const portfolios: Migration = {
  version: 8,
  name: '0008-portfolios',
  up: (database) => {
    database.exec(`
CREATE TABLE portfolio (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 64),
  currency TEXT CHECK (length(currency) BETWEEN 1 AND 8),
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE portfolio_entry (
  portfolio INTEGER NOT NULL REFERENCES portfolio (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('buy', 'sell', 'dividend', 'deposit', 'withdrawal', 'fee', 'position')),
  day INTEGER,
  symbol TEXT,
  quantity REAL CHECK (quantity > 0),
  price REAL CHECK (price >= 0),
  fee REAL NOT NULL DEFAULT 0 CHECK (fee >= 0),
  amount REAL CHECK (amount >= 0),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  PRIMARY KEY (portfolio, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX portfolio_entry_symbol ON portfolio_entry (symbol);
`);
  },
};
