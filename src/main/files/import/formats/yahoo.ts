import { symbolCandidates } from '../../../../shared/symbol-text.ts';
import { fileStem } from '../file-stem.ts';
import type { Format } from '../format.ts';
import { headerHas } from '../header-has.ts';
import { normalizeHeader } from '../header-words.ts';

/** Yahoo Finance downloads, also as the Python clients of its service save them: adjusted for splits, the dividend-adjusted close apart. */
export const yahoo: Format = {
  id: 'yahoo',
  recognise({ name }, table) {
    if (!headerHas(table, 'date', 'open', 'high', 'low', 'close', 'adj close', 'volume')) return null;
    // Yahoo names its files by its own symbols, in which a listing without a suffix is American.
    const stem = fileStem(name);
    const own = /^[\^]?[A-Z0-9][A-Z0-9.=-]{0,11}$/.test(stem) ? stem : undefined;
    const american = own !== undefined && symbolCandidates(own).length === 0;
    const header = (table.header ?? []).map(normalizeHeader);
    const at = (word: string): number | undefined => (header.includes(word) ? header.indexOf(word) : undefined);
    const extras = { dividend: at('dividends'), split: at('stock splits') };
    return { confidence: 0.95, basis: 'split', symbol: own, market: american ? 'US' : undefined, extras };
  },
};
