import { bases } from '../../../../shared/basis.ts';
import { frequencies } from '../../../../shared/frequency.ts';
import type { Format } from '../format.ts';
import { headerHas } from '../header-has.ts';
import { normalizeHeader } from '../header-words.ts';

/** Our own CSV export: ISO dates or UTC times, full keys, flags by name, bar length and basis as settled when it was written. */
export const chartroom: Format = {
  id: 'chartroom',
  recognise(_sample, table) {
    if (!headerHas(table, 'symbol', 'open', 'high', 'low', 'close', 'volume', 'amount', 'flags')) return null;
    const header = table.header?.map(normalizeHeader) ?? [];
    const stated = (name: string): string => table.rows[0]?.cells?.[header.indexOf(name)] ?? '';
    return {
      confidence: 0.99, stampsPeriodStart: false, volumeUnit: 'shares',
      freq: frequencies.find((one) => one === stated('freq')),
      basis: bases.find((one) => one === stated('basis')),
      extras: { flags: header.indexOf('flags') },
    };
  },
};
