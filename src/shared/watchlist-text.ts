import { symbolCandidates, symbolKey, type SymbolHints } from './symbol-text.ts';

/** One entry of a watchlist as written, and what it may stand for. */
interface WatchlistEntry {
  /** Number of its line, from 1. */
  readonly line: number;
  readonly text: string;
  /** The section it stands in (`###Banks` of TradingView); null outside of any. */
  readonly section: string | null;
  /** Keys it may stand for: one where it is plain, several where it must be asked, none where it is no symbol. */
  readonly keys: readonly string[];
}

const entryLimit = 10_000;
/** Market digit in front of the code in a 通达信 `.blk` file. */
const blockMarkets: Readonly<Record<string, string>> = { '0': 'SZ', '1': 'SH', '2': 'BJ' };

/**
 * Reads lists of symbols: 通达信 `.blk` blocks (`1600519`), TradingView lists (`###Banks,NASDAQ:AAPL`), codes separated by commas, spaces or
 * lines, and tables whose cells hold a code beside a name. Words stay in the answer where they read as a symbol, where `isStored` knows
 * them, and where they may be a ticker of a market that is not named; a line without any stays as its first word.
 */
export function readWatchlist(text: string, hints: SymbolHints = {}, isStored: (word: string) => boolean = () => false): WatchlistEntry[] {
  // Full-width digits and commas count as plain ones.
  const lines = text.replace(/^\uFEFF/, '').normalize('NFKC').split(/\r\n|\r|\n/);
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '');
  const isBlock = filled.length > 0 && filled.every((line) => /^[012]\d{6}$/.test(line));
  const entries: WatchlistEntry[] = [];
  let section: string | null = null;
  for (const [index, line] of lines.entries()) {
    const cells = line.split(/[,;\t|、]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')).filter((cell) => cell !== '');
    if (entries.length === 0 && header.test(cells[0] ?? '')) continue;
    const found: WatchlistEntry[] = [];
    for (const cell of cells) {
      if (cell.startsWith('###')) {
        section = cell.slice(3).trim() || null;
        continue;
      }
      for (const word of words(cell, hints)) found.push({ line: index + 1, text: word, section, keys: keysOf(word, isBlock, hints) });
    }
    const isList = found.length === cells.length && found.every(({ text: word }) => ticker.test(word));
    const kept = found.filter(({ text: word, keys }) => keys.length > 0 || isStored(word) || (ticker.test(word) && (isList || word === word.toUpperCase())));
    entries.push(...(kept.length > 0 ? kept : found.slice(0, 1)));
    if (entries.length > entryLimit) break;
  }
  return distinct(entries).slice(0, entryLimit);
}

/** What a list calls its first column. */
const header = /^(symbols?|tickers?|codes?|代码|股票代码|证券代码|代號|代碼)$/i;

/** A ticker that does not tell its market. */
const ticker = /^[A-Za-z][A-Za-z0-9.]{0,5}$/;

/** A cell is one symbol where it reads as one (`600519 CH`), else the words in it. */
function words(cell: string, hints: SymbolHints): string[] {
  return !cell.includes(' ') || symbolCandidates(cell, hints).length > 0 ? [cell] : cell.split(/\s+/);
}

function keysOf(word: string, isBlock: boolean, hints: SymbolHints): string[] {
  const written = isBlock ? `${blockMarkets[word.charAt(0)] ?? ''}${word.slice(1)}` : word;
  return symbolCandidates(written, hints).map(symbolKey);
}

function distinct(entries: readonly WatchlistEntry[]): WatchlistEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ keys, text }) => {
    const key = keys.length === 0 ? `?${text}` : keys.join(' ');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
