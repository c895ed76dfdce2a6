import { useStore } from 'zustand';
import { AlertDialog } from '../alerts/alert-dialog.tsx';
import { useDesk } from '../desk-context.ts';
import { ImportDialog } from '../imports/import-dialog.tsx';
import { KeysDialog } from '../keys/keys-dialog.tsx';
import { Palette } from '../palette/palette.tsx';
import { FeedsDialog } from '../pages/news/feeds-dialog.tsx';
import { ReportDialog } from '../reports/report-dialog.tsx';
import { VerifyDialog } from '../reports/verify-dialog.tsx';
import { AddSymbolsDialog } from '../symbols/add-symbols-dialog.tsx';
import { WatchlistOverlay } from '../watchlists/watchlist-overlay.tsx';
import { NoticeStack } from './notice-stack.tsx';

/** What floats above the page. The task tray hangs on the status bar and is drawn there. */
export function Overlays() {
  const { navigation } = useDesk();
  const overlay = useStore(navigation, (state) => state.overlay);
  const symbol = useStore(navigation, (state) => state.symbol);
  const { closeOverlay } = navigation.getState();
  return (
    <>
      {overlay === 'palette' && <Palette onClose={closeOverlay} />}
      {overlay === 'keys' && <KeysDialog onClose={closeOverlay} />}
      {overlay === 'import' && <ImportDialog onClose={closeOverlay} />}
      {overlay === 'report' && symbol !== null && <ReportDialog symbol={symbol} onClose={closeOverlay} />}
      {overlay === 'verify' && <VerifyDialog onClose={closeOverlay} />}
      {overlay === 'add-symbols' && <AddSymbolsDialog onClose={closeOverlay} />}
      <WatchlistOverlay />
      {overlay === 'alert' && <AlertDialog onClose={closeOverlay} />}
      {overlay === 'feeds' && <FeedsDialog onClose={closeOverlay} />}
      <NoticeStack />
    </>
  );
}
