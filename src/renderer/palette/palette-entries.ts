import type { SymbolRow } from '../../shared/contract/symbols.ts';
import type { Watchlist } from '../../shared/contract/watchlists.ts';
import type { Language } from '../../shared/i18n/language.ts';
import type { MessageKey } from '../../shared/i18n/message-catalog.ts';
import type { Desk } from '../desk.ts';
import { commands } from '../keys/commands.ts';
import { searchSymbols } from '../list/search-symbols.ts';
import { symbolName } from '../list/symbol-name.ts';
import type { PageId } from '../pages/page-id.ts';

/** One line of the palette and what it does. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly detail: string | null;
  readonly keys: string | null;
  readonly run: (desk: Desk) => void;
}

export interface PaletteGroup {
  readonly value: MessageKey;
  readonly items: readonly PaletteEntry[];
}

export interface PaletteSource {
  readonly watchlists: readonly Watchlist[];
  readonly rows: readonly SymbolRow[];
  readonly pages: readonly { readonly id: PageId; readonly title: MessageKey; readonly keys?: string }[];
  readonly language: Language;
  readonly translate: (key: MessageKey) => string;
  /** What the entry that shows a watchlist says. */
  readonly listTitle: (name: string) => string;
}

const mostSymbols = 30;

/** What a text leads to: symbols first, then pages and commands whose title holds it. Without a text, pages and commands. */
export function paletteGroups(text: string, { rows, pages, watchlists, language, translate, listTitle }: PaletteSource): readonly PaletteGroup[] {
  const sought = text.trim().toLowerCase();
  const symbols = sought === '' ? [] : searchSymbols(rows, sought).slice(0, mostSymbols);
  const matches = ({ label }: PaletteEntry): boolean => label.toLowerCase().includes(sought);
  const pageEntries = pages.map(
    ({ id, title, keys }): PaletteEntry => ({
      id: `page-${id}`,
      label: translate(title),
      detail: null,
      keys: keys ?? null,
      run: ({ navigation }) => navigation.getState().openPage(id),
    }),
  );
  const commandEntries = commands
    .filter(({ keyOnly }) => keyOnly !== true)
    .map(({ id, title, keys, run }): PaletteEntry => ({ id: `command-${id}`, label: translate(title), detail: null, keys: keys ?? null, run }));
  const groups: readonly PaletteGroup[] = [
    { value: 'palette.symbols', items: symbols.map((row) => symbolEntry(row, language)) },
    { value: 'palette.pages', items: pageEntries.filter(matches) },
    { value: 'palette.watchlists', items: listEntries(watchlists, translate('watchlist.command.all'), listTitle).filter(matches) },
    { value: 'palette.commands', items: commandEntries.filter(matches) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function listEntries(lists: readonly Watchlist[], allTitle: string, listTitle: PaletteSource['listTitle']): readonly PaletteEntry[] {
  const show = (id: number | null, label: string): PaletteEntry => ({
    id: `watchlist-${id ?? 'all'}`,
    label,
    detail: null,
    keys: null,
    run: ({ watchlists, navigation }) => {
      watchlists.getState().choose(id);
      navigation.getState().openPage('symbol');
    },
  });
  if (lists.length === 0) return [];
  return [show(null, allTitle), ...lists.map(({ id, name }) => show(id, listTitle(name)))];
}

function symbolEntry(row: SymbolRow, language: Language): PaletteEntry {
  return {
    id: row.symbol,
    label: row.code,
    detail: symbolName(row, language),
    keys: null,
    run: ({ navigation }) => navigation.getState().openSymbol(row.symbol),
  };
}
