import { symbolCandidates } from '../../../../shared/symbol-text.ts';
import { fileStem } from '../file-stem.ts';
import type { Format, FormatTraits } from '../format.ts';
import { headerHas } from '../header-has.ts';
import { headerRoles, normalizeHeader } from '../header-words.ts';
import { sampleRecords, type TextSample } from '../text-sample.ts';

/**
 * Yahoo Finance downloads, also as the Python clients of its service save them. Prices are adjusted for splits; where the client left the
 * adjusted close out, they carry dividends as well.
 */
export const yahoo: Format = {
  id: 'yahoo',
  recognise(sample, table) {
    const stacked = threeHeaders(sample);
    if (stacked !== null) return stacked;
    if (!headerHas(table, 'open', 'high', 'low', 'close', 'volume')) return null;
    const header = (table.header ?? []).map(normalizeHeader);
    const at = (word: string): number | undefined => (header.includes(word) ? header.indexOf(word) : undefined);
    const adjustedApart = header.includes('adj close');
    const extras = { dividend: at('dividends'), split: at('stock splits') };
    if (!adjustedApart && (extras.dividend === undefined || extras.split === undefined)) return null;
    return { confidence: 0.95, basis: adjustedApart ? 'split' : 'total', extras, ...ownName(fileStem(sample.name)) };
  },
};

/** Yahoo names its files by its own symbols, in which a listing without a suffix is American. */
function ownName(stem: string): Pick<FormatTraits, 'symbol' | 'market'> {
  if (!/^[\^]?[A-Z0-9][A-Z0-9.=-]{0,11}$/.test(stem)) return {};
  return { symbol: stem, market: symbolCandidates(stem).length === 0 ? 'US' : undefined };
}

/** `Price,Close,…` over `Ticker,ABC,…` over `Date,,…`: how a frame of one ticker with two header levels is saved. */
function threeHeaders(sample: TextSample): FormatTraits | null {
  if (!/^"?Price"?,/.test(sample.lines[0] ?? '')) return null;
  const [fields, tickers, index, ...rows] = sampleRecords(sample, ',');
  if (fields?.cells == null || tickers?.cells?.[0] !== 'Ticker' || !/^date/i.test(index?.cells?.[0] ?? '')) return null;
  const names = new Set(tickers.cells.slice(1).filter((name) => name !== ''));
  const [ticker] = names;
  if (ticker === undefined || names.size > 1) return null;
  const header = ['Date', ...fields.cells.slice(1)];
  const basis = header.includes('Adj Close') ? 'split' : 'total';
  return { confidence: 0.97, basis, ...ownName(ticker), table: { delimiter: ',', header, skipLines: 3, columns: headerRoles(header), rows } };
}
