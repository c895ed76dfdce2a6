import { dayMs, tradingDate, type TradingDate } from '../../shared/time.ts';

/** The weeks that a month touches, each from Monday to Sunday. */
export function monthWeeks(day: TradingDate): readonly (readonly TradingDate[])[] {
  const { year, month } = monthOf(day);
  const first = tradingDate(year, month, 1);
  const next = addMonths(first, 1);
  const weeks: TradingDate[][] = [];
  for (let monday = first - weekdayOf(first); monday < next; monday += 7) weeks.push(Array.from({ length: 7 }, (_, index) => (monday + index) as TradingDate));
  return weeks;
}

/** 0 for Monday to 6 for Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: TradingDate): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The same day of another month, or the last one of a month that is too short. */
export function addMonths(day: TradingDate, by: number): TradingDate {
  const { year, month } = monthOf(day);
  const dayOfMonth = new Date(day * dayMs).getUTCDate();
  const last = new Date(Date.UTC(year, month + by, 0)).getUTCDate();
  return (Date.UTC(year, month - 1 + by, Math.min(dayOfMonth, last)) / dayMs) as TradingDate;
}

export function isSameMonth(left: TradingDate, right: TradingDate): boolean {
  const [one, other] = [monthOf(left), monthOf(right)];
  return one.year === other.year && one.month === other.month;
}

function monthOf(day: TradingDate): { readonly year: number; readonly month: number } {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}
