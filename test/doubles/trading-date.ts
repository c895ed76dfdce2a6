import { parseTradingDate, type TradingDate } from '../../src/shared/time.ts';

/** The day written as 2026-11-19; throws for any other text. */
export function tradingDate(text: string): TradingDate {
  const date = parseTradingDate(text);
  if (date === null) throw new Error(`no day: ${text}`);
  return date;
}
