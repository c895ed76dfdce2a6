import type { MessageKey } from '../../shared/i18n/message-catalog.ts';
import { draftAt } from '../alerts/draft-at.ts';
import type { Desk } from '../desk.ts';
import { togglePanel } from '../frame/toggle-panel.ts';
import { emptyDraft } from '../stores/alerts-store.ts';
import { languageInForce, themeInForce } from '../stores/preferences-store.ts';
import { carrySymbol } from '../watchlists/carry-symbol.ts';
import { focusNextRegion } from './focus-next-region.ts';

/** Something the user can do from anywhere: by key, from the palette, or both. */
export interface Command {
  readonly id: string;
  readonly title: MessageKey;
  /** The chord as `keyChord` names it. */
  readonly keys?: string;
  /** Left out of the palette: commands about the palette or about where the focus is. */
  readonly keyOnly?: boolean;
  readonly run: (desk: Desk) => void;
}

/** An alert on the symbol in sight; its price is filled in once the list knows it. */
function newAlert({ alerts, navigation, symbols }: Desk): void {
  const { symbol } = navigation.getState();
  const row = symbols.getState().rows.value?.find((one) => one.symbol === symbol);
  alerts.getState().prepare(row === undefined || row.close === null ? { ...emptyDraft, symbol: symbol ?? '' } : draftAt(row.symbol, row.freq ?? '1d', row.close));
  navigation.getState().openOverlay('alert');
}

/** Fetches what is missing of the symbol in sight, or of everything; the demo is only read again. */
function refreshInSight({ symbols, sources, navigation, health, notices }: Desk): void {
  void symbols.getState().load();
  const { page, symbol } = navigation.getState();
  if (health.getState().info?.demo === true || symbols.getState().rows.value?.length === 0) return;
  void sources.getState().refresh(page === 'symbol' && symbol !== null ? { symbols: [symbol] } : {}).catch(notices.getState().showThrown);
}

export const commands: readonly Command[] = [
  { id: 'palette', title: 'keys.palette', keys: 'Ctrl+K', keyOnly: true, run: ({ navigation }) => navigation.getState().openOverlay('palette') },
  { id: 'import', title: 'keys.import', keys: 'Ctrl+O', run: ({ navigation }) => navigation.getState().openOverlay('import') },
  { id: 'report', title: 'report.command', keys: 'Ctrl+E', run: ({ navigation }) => (navigation.getState().symbol === null ? undefined : navigation.getState().openOverlay('report')) },
  { id: 'verify', title: 'verify.command', run: ({ navigation }) => navigation.getState().openOverlay('verify') },
  { id: 'watchlist-new', title: 'watchlist.command.new', run: ({ navigation }) => navigation.getState().openOverlay('watchlist-new') },
  {
    id: 'watchlist-add',
    title: 'watchlist.command.add',
    run: ({ navigation, watchlists }) => navigation.getState().openOverlay(watchlists.getState().chosen === null ? 'watchlist-new' : 'watchlist-add'),
  },
  { id: 'alert', title: 'alerts.command', run: newAlert },
  { id: 'demo', title: 'demo.open', run: ({ workspace }) => void workspace.getState().open('demo') },
  { id: 'leave-demo', title: 'demo.leave', run: ({ workspace }) => void workspace.getState().open('user') },
  { id: 'refresh', title: 'keys.refresh', keys: 'F5', run: refreshInSight },
  { id: 'add-symbols', title: 'add.title', run: ({ navigation }) => navigation.getState().openOverlay('add-symbols') },
  { id: 'previous-symbol', title: 'keys.previousSymbol', keys: 'PageUp', keyOnly: true, run: ({ navigation }) => navigation.getState().stepSymbol(-1) },
  { id: 'next-symbol', title: 'keys.nextSymbol', keys: 'PageDown', keyOnly: true, run: ({ navigation }) => navigation.getState().stepSymbol(1) },
  { id: 'carry-up', title: 'keys.carryUp', keys: 'Alt+ArrowUp', keyOnly: true, run: (desk) => carrySymbol(desk, -1) },
  { id: 'carry-down', title: 'keys.carryDown', keys: 'Alt+ArrowDown', keyOnly: true, run: (desk) => carrySymbol(desk, 1) },
  { id: 'toggle-list', title: 'keys.toggleList', keys: 'Ctrl+B', run: (desk) => togglePanel(desk, 'list') },
  { id: 'toggle-inspector', title: 'keys.toggleInspector', keys: 'Ctrl+I', run: (desk) => togglePanel(desk, 'inspector') },
  { id: 'next-region', title: 'keys.nextRegion', keys: 'F6', keyOnly: true, run: () => focusNextRegion(document) },
  { id: 'tasks', title: 'keys.tasks', keys: 'Ctrl+J', run: ({ navigation }) => navigation.getState().openOverlay('tasks') },
  { id: 'settings', title: 'keys.settings', keys: 'Ctrl+,', keyOnly: true, run: ({ navigation }) => navigation.getState().openPage('settings') },
  {
    id: 'switch-theme',
    title: 'keys.switchTheme',
    run: ({ preferences }) => void preferences.getState().set('ui.theme', themeInForce(preferences.getState()) === 'dark' ? 'light' : 'dark'),
  },
  {
    id: 'switch-language',
    title: 'keys.switchLanguage',
    run: ({ preferences }) => void preferences.getState().set('ui.language', languageInForce(preferences.getState()) === 'zh' ? 'en' : 'zh'),
  },
  { id: 'keys', title: 'keys.keys', keys: '?', run: ({ navigation }) => navigation.getState().openOverlay('keys') },
];
