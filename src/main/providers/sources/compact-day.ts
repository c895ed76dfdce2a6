import { parseTradingDate, type TradingDate } from '../../../shared/time.ts';

/** A day as 20010827; null for anything else. */
export function compactDay(value: number | string | undefined): TradingDate | null {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(String(value ?? ''));
  return digits === null ? null : parseTradingDate(digits.slice(1).join('-'));
}
