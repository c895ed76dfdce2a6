import type { Format } from '../format.ts';
import { headerHas } from '../header-has.ts';
import { normalizeHeader } from '../header-words.ts';

/** Our own CSV export: ISO dates or UTC times, full keys, flags by name. */
export const chartroom: Format = {
  id: 'chartroom',
  recognise(_sample, table) {
    if (!headerHas(table, 'symbol', 'open', 'high', 'low', 'close', 'volume', 'amount', 'flags')) return null;
    return { confidence: 0.99, stampsPeriodStart: false, volumeUnit: 'shares', extras: { flags: table.header?.map(normalizeHeader).indexOf('flags') } };
  },
};
