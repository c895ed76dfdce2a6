import type { Format } from '../format.ts';
import { headerHas } from '../header-has.ts';

/** NetEase history: prices as traded, newest first, volume in shares, zeros and `None` on suspended days. */
export const netease: Format = {
  id: 'netease',
  recognise(_sample, table) {
    if (!headerHas(table, '日期', '股票代码', '名称', '收盘价', '最高价', '最低价', '开盘价', '前收盘', '成交金额')) return null;
    return { confidence: 0.98, basis: 'raw', market: 'CN', volumeUnit: 'shares' };
  },
};
