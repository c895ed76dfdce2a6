import { chineseCodeInName } from '../file-stem.ts';
import type { Format } from '../format.ts';
import { headerHas } from '../header-has.ts';

/** Tencent as akshare saves it: no volume, and what is called `amount` counts lots. */
export const tencent: Format = {
  id: 'tencent',
  recognise({ name }, table) {
    if (!headerHas(table, 'date', 'open', 'close', 'high', 'low', 'amount') || table.columns.includes('volume') || table.columns.includes('symbol')) return null;
    const columns = table.columns.map((role) => (role === 'amount' ? 'volume' : role));
    return { confidence: 0.85, market: 'CN', volumeUnit: 'lots', symbol: chineseCodeInName(name) ?? undefined, table: { ...table, columns } };
  },
};
