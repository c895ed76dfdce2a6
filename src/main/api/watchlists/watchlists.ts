import type { AppEvent } from '../../../shared/contract/event.ts';
import type { Store } from '../../store/store.ts';
import type { HandlersOf } from '../handlers.ts';
import { readMembers } from './read-members.ts';

/** The user's own lists; every change tells the screens to read them again. */
export function watchlistsHandlers(store: Store, emit: (event: AppEvent) => void): HandlersOf<'watchlists'> {
  const { read, write } = store;
  const changed = (): void => emit({ type: 'watchlists' });
  return {
    'watchlists.list': () => read.watchlists(),
    'watchlists.save': async ({ id = null, name = null, group, members = null }) => {
      const saved = await write.saveWatchlist({ id, name, group, members });
      changed();
      return saved;
    },
    'watchlists.remove': async ({ id }) => {
      await write.removeWatchlist(id);
      changed();
      return null;
    },
    'watchlists.order': async ({ ids }) => {
      await write.orderWatchlists(ids);
      changed();
      return read.watchlists();
    },
    'watchlists.add': async ({ id, text, tags }) => {
      const { symbols, missing, unclear } = readMembers(text, read.instruments());
      const { added, watchlist } = await write.addToWatchlist(id, symbols.map((symbol) => ({ symbol, tags })));
      if (added > 0) changed();
      return { watchlist, added, known: symbols.length - added, missing, unclear };
    },
    'watchlists.drop': async ({ id, symbols }) => {
      // A key is taken as it is, anything else as it would be read when added.
      const keys = symbols.flatMap((text) => [text, ...readMembers(text, read.instruments()).symbols]);
      const left = await write.dropFromWatchlist(id, keys);
      changed();
      return left;
    },
  };
}
