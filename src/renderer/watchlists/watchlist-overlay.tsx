import { useStore } from 'zustand';
import { useDesk } from '../desk-context.ts';
import { chosenWatchlist } from '../stores/watchlists-store.ts';
import { AddSymbolsDialog } from './add-symbols-dialog.tsx';
import { WatchlistDialog } from './watchlist-dialog.tsx';

/** The dialogs about lists; editing and adding are about the list that is shown. */
export function WatchlistOverlay() {
  const { navigation, watchlists } = useDesk();
  const overlay = useStore(navigation, (state) => state.overlay);
  const list = useStore(watchlists, chosenWatchlist);
  const { closeOverlay } = navigation.getState();
  if (overlay === 'watchlist-new') return <WatchlistDialog list={null} onClose={closeOverlay} />;
  if (overlay === 'watchlist-edit' && list !== null) return <WatchlistDialog key={list.id} list={list} onClose={closeOverlay} />;
  if (overlay === 'watchlist-add' && list !== null) return <AddSymbolsDialog key={list.id} list={list} onClose={closeOverlay} />;
  return null;
}
