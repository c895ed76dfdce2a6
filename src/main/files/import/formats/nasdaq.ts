import type { Format } from '../format.ts';
import { headerHas } from '../header-has.ts';

/** Historical quotes of nasdaq.com: `Close/Last`, dollar signs, American dates, newest first. The file does not name its symbol. */
export const nasdaq: Format = {
  id: 'nasdaq',
  recognise(_sample, table) {
    if (!headerHas(table, 'date', 'close/last')) return null;
    return { confidence: 0.97, basis: 'split', market: 'US', dateFormat: 'MM/dd/yyyy' };
  },
};
