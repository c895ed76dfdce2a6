/** Milliseconds since 1970-01-01T00:00:00Z. */
export type UtcMs = number & { readonly __brand: 'UtcMs' };

/** A session's date in its exchange's calendar, as days since 1970-01-01. */
export type TradingDate = number & { readonly __brand: 'TradingDate' };

export const dayMs = 86_400_000;

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether year, month (1–12) and day name a real day of the Gregorian calendar. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (day <= 28) return true;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 ? (leap ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return day <= last;
}

/** Days since 1970-01-01 of a real day; the caller has checked it with `isCalendarDay`. */
export function tradingDate(year: number, month: number, day: number): TradingDate {
  return (Date.UTC(year, month - 1, day) / dayMs) as TradingDate;
}

/** Reads `2018-02-07`; null for anything else, including days that do not exist. */
export function parseTradingDate(text: string): TradingDate | null {
  const match = isoDate.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCalendarDay(year, month, day) ? tradingDate(year, month, day) : null;
}

/** The day written `2018-02-07`, where the text is known to be one: the contract has checked it. Throws for any other. */
export function tradingDateOf(text: string): TradingDate {
  const date = parseTradingDate(text);
  if (date === null) throw new Error(`${text} is no day`);
  return date;
}

/** Writes `2018-02-07`. */
export function formatTradingDate(date: TradingDate): string {
  return new Date(date * dayMs).toISOString().slice(0, 10);
}

/** Writes `2018-02-07T14:30:00Z`, with milliseconds only where there are any. */
export function formatUtc(time: UtcMs): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
