import { readFileSync, statSync } from 'node:fs';
import { readWatchlist } from '../../../shared/watchlist-text.ts';

const maxBytes = 200_000;
const blockName = /\.(blk|ebk|sel)$/i;
const textName = /\.(txt|csv|lst)$/i;
/** Dates and prices stand in tables of bars, never in a list. */
const figure = /(^|[\s,;|])(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|-?\d+\.\d+%?)($|[\s,;|])/;

/** The text of a watchlist (通达信 block, TradingView list, plain codes), or null for another file. */
export function openWatchlist(path: string, name: string): string | null {
  if (!blockName.test(name) && !textName.test(name)) return null;
  const stat = statSync(path);
  if (!stat.isFile() || stat.size === 0 || stat.size > maxBytes) return null;
  const text = decode(readFileSync(path));
  if (text === null || blockName.test(name)) return text;
  return isList(text) ? text : null;
}

/** Whether a text lists symbols and nothing that looks like bars: most entries name their instrument, or stand alone in capitals. */
function isList(text: string): boolean {
  if (text.split(/\r?\n/).some((line) => figure.test(line))) return false;
  const entries = readWatchlist(text);
  const named = entries.filter(({ keys, text: word }) => keys.length > 0 || /^[A-Z][A-Z.]{0,5}$/.test(word));
  return entries.length > 0 && named.length * 4 >= entries.length * 3 && entries.some(({ text: word }) => word.length > 1);
}

function decode(bytes: Uint8Array): string | null {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of wide) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? null : text;
    } catch {
      // Not this encoding; the next one, or none: then it is no list.
    }
  }
  return null;
}
