import type { Basis } from '../../../../shared/basis.ts';
import type { Format } from '../format.ts';
import { headerHas } from '../header-has.ts';
import { normalizeHeader } from '../header-words.ts';

/** baostock: codes as `sh.600519`, shares and yuan; `adjustflag` 3 means as traded, 1 and 2 adjusted by ratio. Minutes stamp their end. */
export const baostock: Format = {
  id: 'baostock',
  recognise(_sample, table) {
    if (!headerHas(table, 'date', 'code', 'open', 'high', 'low', 'close', 'volume', 'amount')) return null;
    const codeAt = table.columns.indexOf('symbol');
    if (!/^(sh|sz|bj)\.\d{6}$/.test(table.rows[0]?.cells?.[codeAt] ?? '')) return null;
    const flagAt = table.header?.map(normalizeHeader).indexOf('adjustflag') ?? -1;
    const basis: Basis | undefined = flagAt < 0 ? undefined : table.rows[0]?.cells?.[flagAt] === '3' ? 'raw' : 'total';
    // In minute files `time` holds date and time together (20200102093500000).
    const timeAt = table.columns.indexOf('time');
    const stamped = timeAt >= 0 && /^\d{17}$/.test(table.rows[0]?.cells?.[timeAt] ?? '');
    const columns = table.columns.map((role, index) => (index === timeAt ? 'date' : role === 'date' ? 'ignore' : role));
    return { confidence: 0.96, basis, adjustedBasis: 'total', volumeUnit: 'shares', stampsBarEnd: true, table: stamped ? { ...table, columns } : table };
  },
};
