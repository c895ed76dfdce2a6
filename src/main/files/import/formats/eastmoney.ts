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
    const plain = headerHas(table, '开盘', '收盘', '最高', '最低', '成交量', '成交额') && (headerHas(table, '振幅', '换手率') || headerHas(table, '均价'));
    const terminal = headerHas(table, '开盘价', '收盘价', '最高价', '最低价', '成交量', '成交额', '涨跌幅', '换手率');
    if (!plain && !terminal) return null;
    // The interface that gives the code gives it for shares; indices come without.
    const kind = headerHas(table, '股票代码') ? 'stock' : undefined;
    return { confidence: plain ? 0.95 : 0.85, market: 'CN', volumeUnit: 'lots', stampsBarEnd: true, kind, symbol: chineseCodeInName(name) ?? undefined };
  },
};
