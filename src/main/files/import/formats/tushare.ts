import { chineseCodeInName } from '../file-stem.ts';
import type { Format } from '../format.ts';
import { headerHas } from '../header-has.ts';

/** tushare: the old interface (lots, moving averages beside the prices) and the new one (`ts_code`; days in lots and thousand yuan, minutes in shares and yuan). */
export const tushare: Format = {
  id: 'tushare',
  recognise({ name }, table) {
    if (headerHas(table, 'date', 'open', 'high', 'close', 'low', 'volume', 'price_change', 'p_change')) {
      return { confidence: 0.96, basis: 'raw', volumeUnit: 'lots', market: 'CN', symbol: chineseCodeInName(name) ?? undefined };
    }
    if (headerHas(table, 'ts_code', 'trade_time', 'open', 'high', 'low', 'close', 'vol')) {
      return { confidence: 0.97, basis: 'raw', volumeUnit: 'shares', stampsBarEnd: true };
    }
    if (headerHas(table, 'ts_code', 'trade_date', 'open', 'high', 'low', 'close', 'vol', 'amount')) {
      return { confidence: 0.97, adjustedBasis: 'total', volumeUnit: 'lots', amountScale: 1_000, dateFormat: 'yyyyMMdd' };
    }
    return null;
  },
};
