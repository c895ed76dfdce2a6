import type { Format } from '../format.ts';
import { alphavantage } from './alphavantage.ts';
import { baostock } from './baostock.ts';
import { binance } from './binance.ts';
import { chartroom } from './chartroom.ts';
import { eastmoney } from './eastmoney.ts';
import { investing } from './investing.ts';
import { metatrader } from './metatrader.ts';
import { nasdaq } from './nasdaq.ts';
import { netease } from './netease.ts';
import { stooq } from './stooq.ts';
import { tencent } from './tencent.ts';
import { tongdaxin } from './tongdaxin.ts';
import { tradingview } from './tradingview.ts';
import { tushare } from './tushare.ts';
import { yahoo } from './yahoo.ts';

/** Every product whose text files are recognised. */
export const formats: readonly Format[] = [
  chartroom, yahoo, stooq, tradingview, metatrader, investing, alphavantage, nasdaq, netease, eastmoney, tencent, baostock, tushare, tongdaxin, binance,
];
