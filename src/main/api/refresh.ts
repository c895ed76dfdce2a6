import type { Freshness } from '../../shared/contract/bars.ts';
import { refreshCoverage } from '../refresh/refresh-coverage.ts';
import type { Refresher } from '../refresh/refresher.ts';
import type { Instrument, Series, Store } from '../store/store.ts';
import type { HandlersOf } from './handlers.ts';

interface RefreshHandlersOptions {
  readonly store: Store;
  readonly refresher: Refresher;
  readonly ageOf: (instrument: Instrument, series: Series) => Freshness;
  /** The members of a list, or of all lists. Throws when there is no such list. */
  readonly watched: (watchlist: string | null) => readonly string[];
}

export function refreshHandlers({ store, refresher, ageOf, watched }: RefreshHandlersOptions): HandlersOf<'refresh'> {
  return {
    'refresh.start': ({ symbols, watchlist, sources, freq, resume }) => {
      const named = watchlist === undefined ? (symbols ?? null) : watched(watchlist);
      const subject = watchlist ?? (symbols === undefined ? 'all' : symbols.slice(0, 3).join(', ') + (symbols.length > 3 ? ` … (${symbols.length})` : ''));
      return refresher.start({ symbols: named, subject, sources, freq, resume });
    },
    'refresh.coverage': () => refreshCoverage(store.read, ageOf),
  };
}
