import type { Alert } from '../../../shared/contract/alerts.ts';
import type { SymbolRow } from '../../../shared/contract/symbols.ts';
import type { Watchlist } from '../../../shared/contract/watchlists.ts';

/** The symbols that some alert looks at; one that is switched off looks at none. */
export function watchedRows(alerts: readonly Alert[], lists: readonly Watchlist[], rows: readonly SymbolRow[]): readonly SymbolRow[] {
  const active = alerts.filter(({ enabled }) => enabled);
  if (active.some(({ symbol, watchlist }) => symbol === null && watchlist === null)) return rows;
  const chosen = new Set(active.map(({ watchlist }) => watchlist));
  const watched = new Set([...active.map(({ symbol }) => symbol), ...lists.filter(({ id }) => chosen.has(id)).flatMap(({ members }) => members.map(({ symbol }) => symbol))]);
  return rows.filter(({ symbol }) => watched.has(symbol));
}
