import type { ImportResult, ListPreview } from '../../../shared/contract/imports.ts';
import type { SymbolHints } from '../../../shared/symbol-text.ts';
import { fileStem } from '../../files/import/file-stem.ts';
import type { Clock } from '../../ports.ts';
import type { Instrument, Store } from '../../store/store.ts';
import { readMembers } from './read-members.ts';

/** A watchlist file that has been read as text. */
interface WatchlistFile {
  readonly name: string;
  readonly text: string;
  /** The market or exchange that the person gave for it. */
  readonly hints: SymbolHints;
}

const shownEntries = 200;
const shownRejections = 100;

/** Puts the symbols of a file into the list of the file's name, which is made where there is none; it can be undone. What stays unclear is listed as rejected. */
export async function importWatchlist({ name, text, hints }: WatchlistFile, store: Store, clock: Clock): Promise<ImportResult> {
  const startedAt = clock.now();
  const { symbols, missing, unclear } = readMembers(text, store.read.instruments(), hints);
  const rejections = unclear.map(({ line, text: written, candidates }) => ({
    line, rule: 'unclearSymbol', text: candidates.length > 0 ? `${written}: ${candidates.join(' | ')}` : written,
  }));
  const { batch, added, watchlist } = await store.write.importWatchlist({ file: name, name: nameOf(name), symbols, rejections, at: startedAt });
  return {
    batch, file: name, format: 'watchlist', rows: symbols.length + unclear.length,
    imported: added, unchanged: symbols.length - added, rejected: unclear.length, skipped: 0, symbols: symbols.length, from: null, to: null,
    repaired: missing.length > 0 ? { noBarsYet: missing.length } : {}, rejectedBy: unclear.length > 0 ? { unclearSymbol: unclear.length } : {}, skippedBy: {},
    rejections: rejections.slice(0, shownRejections),
    watchlist: watchlist.name, files: [], failures: [], otherFiles: 0, elapsedMs: clock.now() - startedAt,
  };
}

/** What each line of the file means, before anything is changed. */
export function previewWatchlist({ name, text, hints }: WatchlistFile, bytes: number, instruments: readonly Instrument[]): ListPreview {
  const { symbols, missing, unclear } = readMembers(text, instruments, hints);
  const absent = new Set(missing);
  const entries = [
    ...symbols.map((symbol) => ({ line: 0, text: symbol, symbol, stored: !absent.has(symbol) })),
    ...unclear.map(({ line, text: written, candidates }) => ({ line, text: candidates.length > 0 ? `${written}: ${candidates.join(' | ')}` : written, symbol: null, stored: false })),
  ];
  return { kind: 'watchlist', name, bytes, total: entries.length, entries: entries.slice(0, shownEntries) };
}

function nameOf(file: string): string {
  const stem = fileStem(file).replace(/\.(blk|ebk|sel|lst)$/i, '').replace(/_[0-9a-f]{5}$/, '').trim().slice(0, 64).trim();
  return stem === '' ? 'Watchlist' : stem;
}
