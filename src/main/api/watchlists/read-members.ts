import { exchangeByMic } from '../../../shared/exchanges.ts';
import { bareMarkets, symbolCandidates, symbolKey, type SymbolHints } from '../../../shared/symbol-text.ts';
import type { WatchlistAddition } from '../../../shared/contract/watchlists.ts';
import { readWatchlist } from '../../../shared/watchlist-text.ts';
import type { Instrument } from '../../store/store.ts';

interface ReadMembers {
  /** Keys in the order written. */
  readonly symbols: readonly string[];
  /** Those of them that are not stored. */
  readonly missing: readonly string[];
  readonly unclear: WatchlistAddition['unclear'];
}

/**
 * Reads the symbols a text lists. What is stored decides between meanings (`000001` is a bank where only the bank is stored, `AAPL`
 * is the one on the exchange it was imported for), then the market that is given beside the list; a text with one possible meaning is taken even where nothing is stored for it.
 */
export function readMembers(text: string, instruments: readonly Instrument[], hints: SymbolHints = {}): ReadMembers {
  const bySymbol = new Map(instruments.map((instrument) => [instrument.symbol, instrument]));
  const byCode = Map.groupBy(instruments, ({ code }) => code.toUpperCase());
  const symbols = new Set<string>();
  const missing = new Set<string>();
  const unclear: { line: number; text: string; candidates: string[] }[] = [];
  for (const { line, text: written, keys } of readWatchlist(text, hints, (word) => byCode.has(word.toUpperCase()))) {
    const stored = storedMeanings(written, keys, bySymbol, byCode);
    const meanings = stored.length > 0 ? stored : keys.length > 0 ? keys : bareMeanings(written);
    const [only] = meanings;
    // A bare ticker that is not stored may be of any market.
    if (only === undefined || meanings.length > 1 || (stored.length === 0 && keys.length === 0)) {
      unclear.push({ line, text: written.slice(0, 64), candidates: meanings.slice(0, 10) });
      continue;
    }
    symbols.add(only);
    if (!bySymbol.has(only)) missing.add(only);
  }
  return { symbols: [...symbols], missing: [...missing], unclear };
}

function bareMeanings(written: string): string[] {
  return bareMarkets.flatMap((market) => symbolCandidates(written, { market }).map(symbolKey));
}

function storedMeanings(
  written: string,
  keys: readonly string[],
  bySymbol: ReadonlyMap<string, Instrument>,
  byCode: ReadonlyMap<string, readonly Instrument[]>,
): string[] {
  const exact = bySymbol.get(written.toUpperCase()) ?? bySymbol.get(written);
  if (exact !== undefined) return [exact.symbol];
  const found = new Set<string>(keys.filter((key) => bySymbol.has(key)));
  // A key of a market as a whole (`US:AAPL`) means the instrument on whichever of its exchanges it is stored.
  const spelled = [...keys, ...bareMeanings(written)];
  for (const key of spelled) {
    const [mic = '', code = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    for (const { mic: own, symbol } of byCode.get(code) ?? []) {
      if (own === mic || exchangeByMic(own)?.market === mic || own === exchangeByMic(mic)?.market) found.add(symbol);
    }
  }
  if (found.size === 0) for (const { symbol } of byCode.get(written.toUpperCase()) ?? []) found.add(symbol);
  return [...found];
}
