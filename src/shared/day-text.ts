import { formatTradingDate, type TradingDate } from './time.ts';

/** ISO text of a day held in a column or beside other numbers. */
export function dayText(day: number): string {
  return formatTradingDate(day as TradingDate);
}
