import type { Migration } from '../migrate.ts';

/** An alert may be about the symbols of a watchlist. The list may go and the alert stays, saying that it has nothing to look at. */
export const alertWatchlists: Migration = {
  version: 12,
  name: '0012-alert-watchlists',
  up: (database) => database.exec('ALTER TABLE alert ADD COLUMN watchlist INTEGER'),
};
