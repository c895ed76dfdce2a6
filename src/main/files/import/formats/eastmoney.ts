import { chineseCodeInName } from '../file-stem.ts';
import type { Format } from '../format.ts';
import { headerHas } from '../header-has.ts';

/**
 * East Money, also as akshare saves it: open, close, high, low; volume in lots; minutes stamped with their end. Whether prices are adjusted
 * is not written; amount ÷ volume against the prices shows it.
 */
export const eastmoney: Format = {
  id: 'eastmoney',
  recognise({ name }, table) {
    if (!headerHas(table, '开盘', '收盘', '最高', '最低', '成交量', '成交额')) return null;
    if (!headerHas(table, '振幅', '换手率') && !headerHas(table, '均价')) return null;
    return { confidence: 0.95, market: 'CN', volumeUnit: 'lots', stampsBarEnd: true, symbol: chineseCodeInName(name) ?? undefined };
  },
};
