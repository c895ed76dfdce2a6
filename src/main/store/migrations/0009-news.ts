import type { Migration } from '../migrate.ts';

/** News by publication time, every address and title under which a piece came, the instruments it names, and how its feeds fare. */
export const news: Migration = {
  version: 9,
  name: '0009-news',
  up: (database) =>
    database.exec(`
CREATE TABLE news (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  url TEXT,
  source TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  is_dated INTEGER NOT NULL CHECK (is_dated IN (0, 1)),
  fetched_at INTEGER NOT NULL,
  mood TEXT,
  score REAL NOT NULL,
  confidence REAL NOT NULL,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  important TEXT NOT NULL CHECK (json_valid(important)),
  topics TEXT NOT NULL CHECK (json_valid(topics))
) STRICT;
CREATE INDEX news_published ON news (published_at);
CREATE TABLE news_identity (
  identity TEXT PRIMARY KEY,
  news INTEGER NOT NULL REFERENCES news ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX news_identity_news ON news_identity (news);
CREATE TABLE news_symbol (
  news INTEGER NOT NULL REFERENCES news ON DELETE CASCADE,
  symbol TEXT NOT NULL,
  PRIMARY KEY (news, symbol)
) STRICT, WITHOUT ROWID;
CREATE INDEX news_symbol_symbol ON news_symbol (symbol, news);
CREATE TABLE news_feed (
  url TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT,
  succeeded_at INTEGER,
  failed_at INTEGER,
  failure TEXT CHECK (failure IS NULL OR json_valid(failure))
) STRICT, WITHOUT ROWID;
`),
};
